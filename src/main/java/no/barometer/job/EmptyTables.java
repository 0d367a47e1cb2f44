package no.barometer.job;

import java.util.List;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/** Tables that a definition asks for and no delivery has a figure of. */
final class EmptyTables {
    private EmptyTables() {}

    /** A warning for each; figures that are withheld or marked as missing count as delivered. */
    static List<Problem> of(Survey survey, List<TrendTable> tables) {
        return tables.stream()
                .filter(table -> table.estimates().isEmpty())
                .map(table -> new Problem(
                        Kind.NO_FIGURES,
                        Location.of("jobs/" + survey.file().getFileName()),
                        survey.id(),
                        table.id(),
                        "figures of its question"))
                .toList();
    }
}
