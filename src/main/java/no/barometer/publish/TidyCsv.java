package no.barometer.publish;

import java.util.List;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** The tidy file of a table: one estimate a line, in ids. Columns are a promise: more may follow, none may change. */
final class TidyCsv {
    static final List<String> COLUMNS = List.of(
            "survey",
            "table",
            "wave",
            "period_start",
            "question",
            "item",
            "answer",
            "breakdown",
            "group",
            "measure",
            "base_kind",
            "value",
            "unit",
            "std_error",
            "ci_low",
            "ci_high",
            "base",
            "effective_base",
            "change",
            "change_p_value",
            "obs_status",
            "conf_status",
            "method",
            "source");

    private TidyCsv() {}

    static byte[] of(Survey survey, TrendTable table) {
        CsvText csv = new CsvText(COLUMNS);
        for (Estimate estimate : table.estimates()) {
            Estimate.Row row = estimate.row();
            csv.text(table.survey())
                    .text(table.id())
                    .text(estimate.wave().id())
                    .text(estimate.wave().start().toString())
                    .text(row.question())
                    .text(row.item())
                    .text(row.answer())
                    .text(row.breakdown())
                    .text(row.group())
                    .text(row.measure())
                    .text(row.baseKind())
                    .figure(Figures.plain(estimate.value()))
                    .text(row.unit())
                    .figure(Figures.plain(estimate.stdError()))
                    .figure(Figures.plain(estimate.ciLow()))
                    .figure(Figures.plain(estimate.ciHigh()))
                    .figure(Figures.plain(estimate.base()))
                    .figure(Figures.plain(estimate.effectiveBase()))
                    .figure(Figures.plain(estimate.change()))
                    .figure(Figures.plain(estimate.changePValue()))
                    .text(estimate.obsStatus())
                    .text(estimate.confStatus())
                    .text(estimate.method())
                    .text(source(survey, estimate))
                    .end();
        }
        return csv.bytes();
    }

    /** Made-up respondents are labelled in every line, since lines travel without their file. */
    private static String source(Survey survey, Estimate estimate) {
        return survey.synthetic() ? estimate.source() + " (synthetic)" : estimate.source();
    }
}
