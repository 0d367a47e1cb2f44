package no.barometer.trend;

import no.barometer.survey.BaseKind;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/**
 * A figure before it is placed in a table.
 *
 * @param value percent of 0 to 100 for shares; null where missing or withheld
 * @param ratio the value with its sampling error; null where it has none, or none is known
 * @param origin what it was computed from; null for a printed figure
 */
record Figure(
        @Nullable Double value,
        Estimand estimand,
        String unit,
        @Nullable Ratio ratio,
        @Nullable Double base,
        @Nullable Double effectiveBase,
        String obsStatus,
        String confStatus,
        String method,
        String source,
        @Nullable Origin origin) {

    /** Respondents' totals, the score on their parts, and who is counted. */
    @SuppressWarnings("ArrayRecordComponent")
    record Origin(Totals totals, double[] score, BaseKind baseKind) {}

    boolean asked() {
        return origin != null && origin.baseKind() == BaseKind.ASKED;
    }
}
