package no.barometer.warehouse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Label;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes what people call things into the dimensions. */
final class DimensionLabels {
    private static final Map<Label.Kind, String> STATEMENTS = new EnumMap<>(Map.of(
            Label.Kind.QUESTION, "name_question",
            Label.Kind.ITEM, "name_item",
            Label.Kind.ANSWER, "name_answer",
            Label.Kind.BREAKDOWN, "name_breakdown",
            Label.Kind.GROUP, "name_group"));

    private final NamedParameterJdbcTemplate jdbc;

    DimensionLabels(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** In the survey's first language. */
    void describe(Survey survey) {
        jdbc.update(
                Sql.of("describe_survey"),
                new MapSqlParameterSource("survey", survey.id())
                        .addValue("title", text(survey, survey.title()))
                        .addValue("publisher", text(survey, survey.about().publisher()))
                        .addValue("population", text(survey, survey.about().population()))
                        .addValue("unit", text(survey, survey.about().unit()))
                        .addValue("mode", text(survey, survey.about().mode()))
                        .addValue("licence", text(survey, survey.about().licence()))
                        .addValue("source", text(survey, survey.about().source()))
                        .addValue("synthetic", survey.synthetic()));
    }

    /** Labels of what the survey has no row of are passed over. */
    void name(int surveyKey, List<Label> labels) {
        STATEMENTS.forEach((kind, statement) -> {
            SqlParameterSource[] rows = labels.stream()
                    .filter(label -> label.kind() == kind)
                    .map(label -> new MapSqlParameterSource("survey_key", surveyKey)
                            .addValue("parent", label.parent())
                            .addValue("id", label.id())
                            .addValue("text", label.text())
                            .addValue("position", label.position()))
                    .toArray(SqlParameterSource[]::new);
            if (rows.length > 0) {
                jdbc.batchUpdate(Sql.of(statement), rows);
            }
        });
    }

    private static String text(Survey survey, Text text) {
        return text.in(survey.language());
    }
}
