package no.barometer.sheet;

/** The tag of a plain cell: a reference to a column of its row, a style, a type. */
final class PlainCellTag {
    private static final byte[] INLINE = PlainRows.ascii("inlineStr");

    private final CellContent content;
    private int column;

    PlainCellTag(CellContent content) {
        this.content = content;
    }

    /** The column of the cell read last, which may be too large. */
    int column() {
        return column;
    }

    /**
     * Reads attributes, each at most once.
     *
     * @param row the number of the row
     * @param otherwise the column if none is stated
     * @return behind the last one; where it is not plain, {@code ~} that place
     */
    int read(byte[] bytes, int start, int row, int otherwise) {
        column = otherwise;
        int i = start;
        int seen = 0;
        while (bytes[i] == ' ') {
            byte name = bytes[i + 1];
            if (PlainTag.isEnd(name)) {
                return i + 1;
            }
            byte quote = bytes[i + 3];
            if (bytes[i + 2] != '=' || (quote != '"' && quote != '\'')) {
                return ~i;
            }
            i += 4;
            int bit;
            if (name == 'r') {
                bit = 1;
                i = reference(bytes, i, row);
            } else if (name == 's') {
                bit = 2;
                i = style(bytes, i);
            } else if (name == 't') {
                bit = 4;
                i = type(bytes, i, quote);
            } else {
                return ~i;
            }
            if (i < 0) {
                return i;
            }
            if (bytes[i] != quote || (seen & bit) != 0) {
                return ~i;
            }
            seen |= bit;
            i++;
        }
        return i;
    }

    private int reference(byte[] bytes, int start, int row) {
        int i = start;
        int letters = 0;
        int letter = bytes[i] - 'A';
        while (letter >= 0 && letter < 26 && letters <= CellAddress.COLUMNS) {
            letters = letters * 26 + letter + 1;
            letter = bytes[++i] - 'A';
        }
        column = letters;
        int stated = 0;
        int digit = bytes[i] - '0';
        while (digit >= 0 && digit <= 9 && stated <= row) {
            stated = stated * 10 + digit;
            digit = bytes[++i] - '0';
        }
        return stated == row ? i : ~i;
    }

    private int style(byte[] bytes, int start) {
        int i = start;
        int style = 0;
        int digit = bytes[i] - '0';
        while (digit >= 0 && digit <= 9 && i - start < 9) {
            style = style * 10 + digit;
            digit = bytes[++i] - '0';
        }
        content.style = style;
        return i > start ? i : ~i;
    }

    private int type(byte[] bytes, int i, byte quote) {
        CellContent.Type type = CellContent.Type.UNKNOWN;
        int end = i + 1;
        switch (bytes[i]) {
            case 'n' -> type = CellContent.Type.NUMBER;
            case 'b' -> type = CellContent.Type.BOOLEAN;
            case 'e' -> type = CellContent.Type.ERROR;
            case 's' -> {
                if (bytes[end] == quote) {
                    type = CellContent.Type.SHARED;
                } else if (bytes[end] == 't' && bytes[end + 1] == 'r') {
                    type = CellContent.Type.FORMULA_TEXT;
                    end += 2;
                }
            }
            case 'i' -> {
                if (PlainRows.stands(INLINE, bytes, i)) {
                    type = CellContent.Type.INLINE_TEXT;
                    end = i + INLINE.length;
                }
            }
            default -> {}
        }
        content.type = type;
        return type == CellContent.Type.UNKNOWN ? ~i : end;
    }
}
