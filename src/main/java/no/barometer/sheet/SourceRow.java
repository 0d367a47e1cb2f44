package no.barometer.sheet;

import java.util.Arrays;

/** One row of cells, reused from row to row. Columns are 1-based; what lies outside is blank. */
public final class SourceRow {
    private int number;
    private int width;
    private int fields;
    private boolean hidden;
    private CellKind[] kinds = new CellKind[64];
    private String[] texts = new String[64];
    private double[] numbers = new double[64];
    private boolean[] percents = new boolean[64];
    /** Of a text that is not yet a string: where its characters stand. */
    private int[] starts = new int[64];

    private int[] ends = new int[64];
    private char[] chars = new char[0];
    private RecentTexts[] recent = new RecentTexts[0];

    public SourceRow() {
        Arrays.fill(kinds, CellKind.BLANK);
        Arrays.fill(texts, "");
    }

    /** Row of the sheet, or line of the text file in which the record begins; 1-based. */
    public int number() {
        return number;
    }

    /** The last column that is not blank. */
    public int width() {
        return width;
    }

    /** The number of fields of a text file's record, empty ones counted; the width in workbooks. */
    public int fields() {
        return Math.max(fields, width);
    }

    public boolean hidden() {
        return hidden;
    }

    public CellKind kind(int column) {
        return column < 1 || column > width ? CellKind.BLANK : kinds[column - 1];
    }

    /** The cell as text: a number in plain decimals, a date as ISO, a boolean as true or false, an error as {@code #N/A}. */
    public String text(int column) {
        if (column < 1 || column > width) {
            return "";
        }
        String text = texts[column - 1];
        if (text == null) {
            text = kinds[column - 1] == CellKind.NUMBER
                    ? Numerals.plain(numbers[column - 1])
                    : recent(column).of(chars, starts[column - 1], ends[column - 1]);
            texts[column - 1] = text;
        }
        return text;
    }

    private RecentTexts recent(int column) {
        if (column > recent.length) {
            int old = recent.length;
            recent = Arrays.copyOf(recent, kinds.length);
            for (int i = old; i < recent.length; i++) {
                recent[i] = new RecentTexts();
            }
        }
        return recent[column - 1];
    }

    /** The number in a cell of kind NUMBER; NaN in others. */
    public double number(int column) {
        return kind(column) == CellKind.NUMBER ? numbers[column - 1] : Double.NaN;
    }

    /** Whether the number has a percent format. */
    public boolean percent(int column) {
        return column >= 1 && column <= width && percents[column - 1];
    }

    void start(int rowNumber, boolean isHidden) {
        Arrays.fill(kinds, 0, width, CellKind.BLANK);
        Arrays.fill(texts, 0, width, "");
        Arrays.fill(percents, 0, width, false);
        number = rowNumber;
        hidden = isHidden;
        width = 0;
        fields = 0;
    }

    void fields(int count) {
        fields = count;
    }

    /** Text; none but spaces is blank. */
    void putText(int column, String text) {
        if (!isBlank(text)) {
            put(column, CellKind.TEXT, text);
        }
    }

    /** Text that becomes a string when it is asked for; its characters must stay until the row is over. */
    @SuppressWarnings("NullAway") // as below
    void putText(int column, char[] from, int start, int end) {
        if (isBlank(from, start, end)) {
            return;
        }
        grow(column);
        kinds[column - 1] = CellKind.TEXT;
        texts[column - 1] = null;
        chars = from;
        starts[column - 1] = start;
        ends[column - 1] = end;
    }

    void put(int column, CellKind kind, String text) {
        grow(column);
        kinds[column - 1] = kind;
        texts[column - 1] = text;
    }

    @SuppressWarnings("NullAway") // a null text is made from the number when it is asked for
    void putNumber(int column, double value, boolean percent) {
        grow(column);
        kinds[column - 1] = CellKind.NUMBER;
        numbers[column - 1] = value;
        percents[column - 1] = percent;
        texts[column - 1] = null;
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isBlank(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && (Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF'));
    }

    private void grow(int column) {
        if (column > kinds.length) {
            int size = Math.max(column, kinds.length * 2);
            int old = kinds.length;
            kinds = Arrays.copyOf(kinds, size);
            texts = Arrays.copyOf(texts, size);
            numbers = Arrays.copyOf(numbers, size);
            percents = Arrays.copyOf(percents, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
            Arrays.fill(kinds, old, size, CellKind.BLANK);
            Arrays.fill(texts, old, size, "");
        }
        width = Math.max(width, column);
    }
}
