package no.barometer.trend;

import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/**
 * A statistic with its base and uncertainty: one line of the tidy file.
 *
 * @param value percent of 0 to 100 for shares; null where missing or withheld
 * @param stdError in the unit of the value
 * @param base unweighted number of respondents
 * @param effectiveBase Kish's (Σw)²/Σw² over the base
 * @param change from the wave before, in points or the unit of the value
 * @param obsStatus SDMX observation status letters
 * @param confStatus SDMX confidentiality status
 * @param method {@code published weighted approximate}
 * @param source file, sheet and cell; or file and number of respondents
 */
public record Estimate(
        Row row,
        Wave wave,
        @Nullable Double value,
        @Nullable Double stdError,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Double base,
        @Nullable Double effectiveBase,
        @Nullable Double change,
        @Nullable Double changePValue,
        String obsStatus,
        String confStatus,
        String method,
        String source) {

    /** Whether a delivered table printed it: with its error approximated from its base, or with none. */
    public boolean isPrinted() {
        return !method.equals(Facts.WEIGHTED);
    }

    /** What a figure is of, in ids: a row of the wide file. */
    public record Row(
            String question,
            String item,
            String answer,
            String breakdown,
            String group,
            String measure,
            String baseKind,
            String unit) {
        /** A record's own takes several times as long, for each figure and format. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row same
                    && question.equals(same.question)
                    && item.equals(same.item)
                    && answer.equals(same.answer)
                    && breakdown.equals(same.breakdown)
                    && group.equals(same.group)
                    && measure.equals(same.measure)
                    && baseKind.equals(same.baseKind)
                    && unit.equals(same.unit);
        }

        @Override
        public int hashCode() {
            int what = (question.hashCode() * 31 + item.hashCode()) * 31 + answer.hashCode();
            return ((what * 31 + group.hashCode()) * 31 + measure.hashCode()) * 31 + baseKind.hashCode();
        }
    }
}
