package no.barometer.sheet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of cells, reused from row to row. Columns are 1-based; what lies outside is blank. */
public final class SourceRow {
    private int number;
    private int width;
    private int fields;
    private boolean hidden;
    /** Where it is not {@link #turn}, a cell is blank, whatever an earlier row had there. */
    private int[] turns = new int[64];

    private int turn = 1;
    /** A column's cells are mostly of one kind, which is not stored again. */
    private CellKind[] kinds = new CellKind[64];
    /** Null is made from the number. */
    private @Nullable String[] texts = new String[64];

    private double[] numbers = new double[64];
    private boolean[] percents = new boolean[64];
    /** Of a record of delimited text: where its fields end, each a sign before the next; null in workbooks. */
    private int @Nullable [] ends;

    private char[] chars = new char[0];
    private int from;
    private RecentTexts[] recent = new RecentTexts[0];

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
        if (column < 1 || column > width) {
            return CellKind.BLANK;
        }
        int[] at = ends;
        if (at != null) {
            return isBlank(chars, start(column, at), at[column - 1]) ? CellKind.BLANK : CellKind.TEXT;
        }
        return turns[column - 1] == turn ? kinds[column - 1] : CellKind.BLANK;
    }

    /** Where the characters of a record's field begin. */
    private int start(int column, int[] of) {
        return column == 1 ? from : of[column - 2] + 1;
    }

    /** The cell as text: a number in plain decimals, a date as ISO, a boolean as true or false, an error as {@code #N/A}. */
    public String text(int column) {
        if (column < 1 || column > width) {
            return "";
        }
        int[] at = ends;
        if (at != null) {
            int start = start(column, at);
            int end = at[column - 1];
            return isBlank(chars, start, end) ? "" : recent(column).of(chars, start, end);
        }
        if (turns[column - 1] != turn) {
            return "";
        }
        String text = texts[column - 1];
        if (text == null) {
            text = Numerals.plain(numbers[column - 1]);
            texts[column - 1] = text;
        }
        return text;
    }

    /** The cell's text where that is a single ASCII sign and no blank, else -1: what most answers are, without a string. */
    public int sign(int column) {
        if (column < 1 || column > width) {
            return -1;
        }
        int[] at = ends;
        if (at != null) {
            int start = start(column, at);
            return at[column - 1] == start + 1 ? sign(chars[start]) : -1;
        }
        if (turns[column - 1] != turn) {
            return -1;
        }
        String text = texts[column - 1];
        if (text != null) {
            return text.length() == 1 ? sign(text.charAt(0)) : -1;
        }
        double value = numbers[column - 1];
        return value >= 1 && value <= 9 && value == (int) value ? '0' + (int) value : -1;
    }

    private static int sign(char c) {
        return c > ' ' && c <= '~' ? c : -1;
    }

    private RecentTexts recent(int column) {
        if (column > recent.length) {
            int old = recent.length;
            recent = Arrays.copyOf(recent, Math.max(column, Math.max(fields, 2 * old)));
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

    /**
     * The number in a field of delimited text that is digits with a sign between them and nothing else, without a string
     * for it; NaN in all other cells.
     *
     * @param sign before the decimals
     */
    public double decimal(int column, char sign) {
        int[] at = ends;
        return at == null || column < 1 || column > width
                ? Double.NaN
                : Numerals.decimal(chars, start(column, at), at[column - 1], sign);
    }

    /** Whether the number has a percent format. */
    public boolean percent(int column) {
        return ends == null && kind(column) == CellKind.NUMBER && percents[column - 1];
    }

    void start(int rowNumber, boolean isHidden) {
        turn++;
        ends = null;
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

    /** Text of the first of some characters; none but spaces is blank. */
    void putText(int column, char[] from, int length) {
        if (!isBlank(from, 0, length)) {
            put(column, CellKind.TEXT, recent(column).of(from, 0, length));
        }
    }

    /**
     * The fields of a record, which become strings when they are asked for; their characters must stay until the row is
     * over.
     *
     * @param fieldEnds where the fields end, each a sign before the next
     */
    void putFields(char[] from, int start, int[] fieldEnds, int count) {
        chars = from;
        this.from = start;
        ends = fieldEnds;
        fields = count;
        width = count;
        while (width > 0 && isBlank(from, start(width, fieldEnds), fieldEnds[width - 1])) {
            width--;
        }
    }

    void put(int column, CellKind kind, String text) {
        put(column, kind);
        texts[column - 1] = text;
    }

    void putNumber(int column, double value, boolean percent) {
        put(column, CellKind.NUMBER);
        numbers[column - 1] = value;
        percents[column - 1] = percent;
        if (texts[column - 1] != null) {
            texts[column - 1] = null;
        }
    }

    private void put(int column, CellKind kind) {
        if (column > kinds.length) {
            grow(column);
        }
        if (kinds[column - 1] != kind) {
            kinds[column - 1] = kind;
        }
        turns[column - 1] = turn;
        width = Math.max(width, column);
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
        int size = Math.max(column, kinds.length * 2);
        turns = Arrays.copyOf(turns, size);
        kinds = Arrays.copyOf(kinds, size);
        texts = Arrays.copyOf(texts, size);
        numbers = Arrays.copyOf(numbers, size);
        percents = Arrays.copyOf(percents, size);
    }
}
