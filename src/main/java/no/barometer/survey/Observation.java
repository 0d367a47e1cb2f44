package no.barometer.survey;

import no.barometer.problem.CellReference;
import no.barometer.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * One published figure as it stands in a delivered table.
 *
 * @param wave id of the wave
 * @param item empty where the question has none
 * @param answer empty where the figure is of no single answer
 * @param breakdown {@code total} for everybody, and then so is the group
 * @param measure {@code share}, {@code mean}, {@code value}, …
 * @param baseKind {@code valid} or {@code asked}
 * @param value percent of 0 to 100 for shares; null where missing or withheld
 * @param unit {@code percent}, {@code points}, {@code number} or its own
 * @param base unweighted number of respondents printed with it
 * @param weightedBase weighted base printed with it
 * @param obsStatus SDMX observation status letters, or empty
 * @param confStatus confidentiality status, or empty
 */
public record Observation(
        String wave,
        String question,
        String item,
        String answer,
        String breakdown,
        String group,
        String measure,
        String baseKind,
        @Nullable Double value,
        String unit,
        @Nullable Double base,
        @Nullable Double weightedBase,
        String obsStatus,
        String confStatus,
        Source source) {

    /** The same figure, of another base. */
    public Observation of(BaseKind other) {
        return new Observation(
                wave,
                question,
                item,
                answer,
                breakdown,
                group,
                measure,
                other.code(),
                value,
                unit,
                base,
                weightedBase,
                obsStatus,
                confStatus,
                source);
    }

    /** The cell a figure came from. Row and column are 1-based; the sheet of a text file is empty. */
    public record Source(String delivery, String sheet, int row, int column) {
        public Location location() {
            return sheet.isEmpty()
                    ? new Location(delivery, "", CellReference.letters(column), row)
                    : Location.cell(delivery, sheet, CellReference.of(row, column));
        }
    }
}
