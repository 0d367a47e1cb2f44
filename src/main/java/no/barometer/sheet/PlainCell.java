package no.barometer.sheet;

/** Reads the cells of a plain row. */
final class PlainCell {
    private static final byte[] TEXT = PlainRows.ascii("<is><t");
    private static final byte[] END_OF_TEXT = PlainRows.ascii("</is>");

    private final CellContent content;
    private final PlainText text;
    private final PlainTag tag = new PlainTag();
    private final PlainCellTag cellTag;

    PlainCell(CellContent content) {
        this.content = content;
        this.text = new PlainText(content.text);
        this.cellTag = new PlainCellTag(content);
    }

    /** Reads cells until something else stands there. @return where; {@code ~} it where a cell is not plain */
    int readAll(byte[] bytes, int start, SourceRow row) {
        int column = 0;
        int i = start;
        while (true) {
            i = PlainRows.blank(bytes, i);
            if (bytes[i] != '<' || bytes[i + 1] != 'c' || (bytes[i + 2] != ' ' && bytes[i + 2] != '>')) {
                return i;
            }
            content.clear();
            i = cellTag.read(bytes, i + 2, row.number(), column + 1);
            if (i < 0) {
                return i;
            }
            int last = column;
            column = cellTag.column();
            if (column <= last || column > CellAddress.COLUMNS) {
                return ~i;
            }
            if (bytes[i] == '/' && bytes[i + 1] == '>') {
                i += 2;
                continue;
            }
            if (bytes[i] != '>') {
                return ~i;
            }
            i = inner(bytes, i + 1);
            if (i < 0) {
                return i;
            }
            if (bytes[i] != '<' || bytes[i + 1] != '/' || bytes[i + 2] != 'c' || bytes[i + 3] != '>') {
                return ~i;
            }
            i += 4;
            if (content.lacksValue()) {
                // it is counted when it is put, and the row may not be plain yet
                return ~i;
            }
            content.put(row, column);
        }
    }

    /** What stands in the cell: a formula and a value, or a text of its own. */
    private int inner(byte[] bytes, int start) {
        int i = start;
        if (bytes[i] == '<' && bytes[i + 1] == 'f') {
            content.formula = true;
            i = element(bytes, i + 2, 'f');
            if (i < 0) {
                return i;
            }
            content.text.clear();
        }
        if (bytes[i] == '<' && bytes[i + 1] == 'v') {
            content.value = true;
            return element(bytes, i + 2, 'v');
        }
        if (!PlainRows.stands(TEXT, bytes, i)) {
            return i;
        }
        content.value = true;
        i = element(bytes, i + TEXT.length, 't');
        if (i < 0) {
            return i;
        }
        return PlainRows.stands(END_OF_TEXT, bytes, i) ? i + END_OF_TEXT.length : ~i;
    }

    /** An element from behind its name: attributes, text, end. */
    private int element(byte[] bytes, int start, char name) {
        int i = start;
        if (bytes[i] != '>') {
            i = tag.read(bytes, i);
            if (i < 0) {
                return i;
            }
            if (bytes[i] == '/' && bytes[i + 1] == '>') {
                return i + 2;
            }
            if (bytes[i] != '>') {
                return ~i;
            }
        }
        i = text.read(bytes, i + 1);
        if (i < 0) {
            return i;
        }
        return bytes[i + 1] == '/' && bytes[i + 2] == name && bytes[i + 3] == '>' ? i + 4 : ~i;
    }
}
