package no.barometer.warehouse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What releases printed. A value that the next release prints again goes on in its row, which has no last release yet;
 * the row of one that it changes or drops ends with the release before; new values get rows of their own.
 */
final class EstimateHistory {
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Batch batch;

    EstimateHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.batch = new Batch(jdbc);
    }

    NavigableMap<Integer, Release> releases() {
        NavigableMap<Integer, Release> releases = new TreeMap<>();
        jdbc.query(Sql.of("releases"), row -> {
            releases.put(
                    row.getInt(1),
                    new Release(
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            YearMonth.parse(row.getString(4)),
                            row.getString(5)));
        });
        return releases;
    }

    /** What one release printed of a survey. */
    List<EstimateRow> printed(String survey, int surveyKey, int release) {
        DimensionNames names = new DimensionNames(new SurveyDimensions(jdbc, surveyKey));
        return named.query(
                Sql.of("estimates_of_release"),
                Map.of("survey_key", surveyKey, "release", release),
                (row, number) -> EstimateRow.read(row, survey, names));
    }

    /**
     * Recording the newest release again takes back what was recorded of it first.
     *
     * @param same surveys that it prints as the release before
     */
    void record(WriteTurn turn, Release release, List<PublishedEstimate> estimates, Set<String> same) {
        Map.Entry<Integer, Release> newest = releases().lastEntry();
        int previous = newest == null ? 0 : newest.getKey();
        if (newest != null
                && newest.getValue().name().equals(release.name())
                && newest.getValue().output().equals(release.output())) {
            takeBack(previous);
            previous--;
        }
        int number = previous + 1;
        jdbc.update(
                Sql.of("insert_release"),
                number,
                release.name(),
                release.date(),
                release.period().toString(),
                release.output());
        Map<String, List<PublishedEstimate>> bySurvey = new LinkedHashMap<>();
        for (PublishedEstimate one : estimates) {
            bySurvey.computeIfAbsent(one.survey(), survey -> new ArrayList<>()).add(one);
        }
        Set<String> published = new HashSet<>(same);
        published.addAll(bySurvey.keySet());
        endWithout(published, previous);
        bySurvey.forEach((survey, all) -> record(survey, turn.dimensions(survey), number, all));
    }

    /** Ends the rows of surveys that are no longer published. */
    private void endWithout(Set<String> published, int previous) {
        Map<String, Integer> others = new HashMap<>();
        jdbc.query(Sql.of("survey_keys"), row -> {
            others.put(row.getString(1), row.getInt(2));
        });
        others.keySet().removeAll(published);
        others.values().forEach(survey -> jdbc.update(Sql.of("end_estimates_of_survey"), previous, survey));
    }

    private void takeBack(int release) {
        jdbc.update(Sql.of("delete_estimates_first_in"), release);
        jdbc.update(Sql.of("reopen_estimates"), release - 1);
        jdbc.update(Sql.of("delete_release"), release);
    }

    private void record(String survey, SurveyDimensions dimensions, int release, List<PublishedEstimate> estimates) {
        ensure(dimensions, estimates);
        int previous = release - 1;
        Map<EstimateKey, EstimateRow> before = new HashMap<>();
        for (EstimateRow printed : printed(survey, dimensions.surveyKey, previous)) {
            before.put(EstimateKey.of(printed.estimate()), printed);
        }
        List<PublishedEstimate> added = new ArrayList<>();
        List<Long> ended = new ArrayList<>();
        Set<EstimateKey> given = new HashSet<>();
        for (PublishedEstimate estimate : estimates) {
            EstimateKey key = EstimateKey.of(estimate);
            if (!given.add(key)) {
                throw new IllegalArgumentException("printed twice: " + key);
            }
            EstimateRow printed = before.remove(key);
            if (printed == null) {
                added.add(estimate);
            } else if (!printed.estimate().equals(estimate)) {
                ended.add(printed.key());
                added.add(estimate);
            }
        }
        before.values().forEach(printed -> ended.add(printed.key()));

        batch.run("end_estimate", ended, (row, key) -> {
            row.setInt(1, previous);
            row.setLong(2, key);
        });
        batch.run("insert_estimate", added, (row, one) -> EstimateRow.bind(row, one, dimensions, release));
    }

    private static void ensure(SurveyDimensions dimensions, List<PublishedEstimate> estimates) {
        Map<String, LocalDate> starts = new HashMap<>();
        SurveyDimensions.Named members = new SurveyDimensions.Named();
        for (PublishedEstimate one : estimates) {
            starts.put(one.wave(), one.periodStart());
            members.add(one.question(), one.item(), one.answer(), one.breakdown(), one.group());
        }
        dimensions.waves.ensureStarts(starts);
        dimensions.ensure(members);
    }
}
