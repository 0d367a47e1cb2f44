package no.barometer.sheet;

/**
 * What is known of a file before it is read, and what is accepted in it.
 *
 * @param encoding charset name, or empty: found
 * @param delimiter one character, or empty: found
 * @param quote one character, or empty: {@code "}
 * @param escape one character, or empty: the quote doubled
 */
public record ReadOptions(
        String encoding,
        String delimiter,
        String quote,
        String escape,
        boolean acceptHiddenRows,
        boolean acceptHiddenColumns,
        boolean acceptHiddenSheets,
        boolean acceptFormulasWithoutValue,
        Bounds bounds) {
    public static final ReadOptions DEFAULT =
            new ReadOptions("", "", "", "", false, false, false, false, Bounds.DEFAULT);

    /** Bounds on what is read; going over one is a fault of the delivery. */
    public record Bounds(
            long fileBytes,
            long expandedBytes,
            int entries,
            int sheets,
            int rows,
            int columns,
            long cells,
            int strings,
            int stringLength) {
        public static final Bounds DEFAULT =
                new Bounds(1L << 30, 8L << 30, 10_000, 1_000, 5_000_000, 16_384, 500_000_000L, 4_000_000, 1 << 20);
    }
}
