package no.barometer.trend;

import org.jspecify.annotations.Nullable;

/**
 * A figure before it is placed in a table.
 *
 * @param value percent of 0 to 100 for shares; null where missing or withheld
 */
record Figure(
        @Nullable Double value,
        String unit,
        @Nullable Double base,
        @Nullable Double effectiveBase,
        String obsStatus,
        String confStatus,
        String method,
        String source) {}
