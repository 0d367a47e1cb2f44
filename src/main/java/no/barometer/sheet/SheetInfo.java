package no.barometer.sheet;

/**
 * A sheet, known before its rows.
 *
 * @param name empty for text files
 * @param number 1-based position in the workbook, hidden ones counted
 */
public record SheetInfo(String name, int number, boolean hidden) {
    /** A merged region: rows and columns 1-based and inclusive. */
    public record Region(int firstRow, int firstColumn, int lastRow, int lastColumn) {}
}
