package no.barometer.sheet;

/**
 * One cell.
 *
 * @param text as in {@link SourceRow#text}
 * @param number the number of a cell of kind NUMBER, else NaN
 * @param percent whether the number has a percent format
 */
public record Cell(CellKind kind, String text, double number, boolean percent) {
    public static final Cell BLANK = new Cell(CellKind.BLANK, "", Double.NaN, false);

    public boolean isBlank() {
        return kind == CellKind.BLANK;
    }
}
