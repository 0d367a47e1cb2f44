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
}
