package no.barometer.publish;

import java.util.List;
import java.util.Locale;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** All faults of a run, by place: for researchers, never published. */
final class ProblemsCsv {
    private static final List<String> COLUMNS =
            List.of("delivery", "sheet", "cell", "line", "survey", "kind", "severity", "found", "expected", "message");

    private ProblemsCsv() {}

    static byte[] of(List<Problem> problems) {
        CsvText csv = new CsvText(COLUMNS);
        problems.stream().distinct().sorted().forEach(problem -> {
            Location at = problem.at();
            csv.text(at.delivery())
                    .text(at.sheet())
                    .text(at.cell())
                    .figure(at.line() == 0 ? "" : Long.toString(at.line()))
                    .text(problem.survey())
                    .text(problem.kind().code())
                    .text(problem.kind().severity().name().toLowerCase(Locale.ROOT))
                    .text(problem.found())
                    .text(problem.expected())
                    .text(problem.message())
                    .end();
        });
        return csv.bytes();
    }
}
