package no.barometer.sheet;

import java.util.function.Supplier;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;

/** What a {@code c} element says of a cell, gathered by either reader and then put into a row. */
final class CellContent {
    /** The type's name in XML. */
    enum Type {
        NUMBER("n"),
        SHARED("s"),
        FORMULA_TEXT("str"),
        INLINE_TEXT("inlineStr"),
        BOOLEAN("b"),
        ERROR("e"),
        DATE("d"),
        UNKNOWN("");

        private static final Type[] ALL = values();

        private final String name;

        Type(String name) {
            this.name = name;
        }

        static Type of(String name) {
            for (Type type : ALL) {
                if (type.name.equals(name)) {
                    return type;
                }
            }
            return UNKNOWN;
        }
    }

    final CellText text;
    Type type = Type.NUMBER;
    int style;
    /** Whether there is a formula. */
    boolean formula;
    /** Whether there is a value, even an empty one. */
    boolean value;

    private final Source source;
    private final SheetFeed feed;
    private final Styles styles;
    private final Supplier<SharedStrings> strings;
    private final boolean since1904;
    private String sheet = "";
    private String typeName = "";

    CellContent(Source source, SheetFeed feed, Styles styles, Supplier<SharedStrings> strings, boolean since1904) {
        this.source = source;
        this.feed = feed;
        this.styles = styles;
        this.strings = strings;
        this.since1904 = since1904;
        this.text = new CellText(source.bounds().size(Bound.TEXT));
    }

    void startSheet(String name) {
        sheet = name;
    }

    void clear() {
        type = Type.NUMBER;
        style = 0;
        formula = false;
        value = false;
        text.clear();
    }

    void setType(String name) {
        type = Type.of(name);
        typeName = name;
    }

    /** Whether it was never calculated: an empty text is a value, an empty number is none. */
    boolean lacksValue() {
        return formula && text.length() == 0 && !(value && type == Type.FORMULA_TEXT);
    }

    void put(SourceRow row, int column) {
        if (text.length() == 0) {
            if (lacksValue()) {
                feed.formulaWithoutValue(column);
            }
            return;
        }
        switch (type) {
            case NUMBER -> putNumber(row, column);
            case SHARED -> putShared(row, column);
            case FORMULA_TEXT, INLINE_TEXT -> putText(row, column);
            case BOOLEAN ->
                row.put(column, CellKind.BOOLEAN, Xml.isTrue(text.toString().strip()) ? "true" : "false");
            case ERROR -> row.put(column, CellKind.ERROR, text.toString());
            case DATE -> {
                String date = text.toString().strip();
                row.put(column, CellKind.DATE, date.endsWith("T00:00:00") ? date.substring(0, 10) : date);
            }
            case UNKNOWN ->
                throw damaged(row, column, "a cell of type \"" + typeName + "\"", "b, d, e, n, s, str or inlineStr");
        }
    }

    private void putShared(SourceRow row, int column) {
        int index = text.integer();
        SharedStrings shared = strings.get();
        if (index < 0 || index >= shared.size()) {
            throw damaged(
                    row,
                    column,
                    "a text that the workbook does not hold (number " + text + ")",
                    "one of its " + shared.size() + " texts");
        }
        row.putText(column, shared.get(index));
    }

    private void putText(SourceRow row, int column) {
        if (text.isEscaped()) {
            row.putText(column, text.unescaped());
        } else {
            row.putText(column, text.chars(), text.length());
        }
    }

    private void putNumber(SourceRow row, int column) {
        double number = Numerals.parse(text.chars(), text.length());
        if (Double.isNaN(number)) {
            throw damaged(row, column, "\"" + text + "\" as a number", "a number");
        }
        NumberFormats.Reading format = style == 0 ? NumberFormats.Reading.PLAIN : styles.of(style);
        if (format == null) {
            // without its format 0.45 may be 0.45 or 45 per cent, and 43831 a day
            throw damaged(row, column, "a number whose format (" + style + ") is missing", "a whole workbook");
        }
        String date = format.time(number, since1904);
        if (date != null) {
            row.put(column, CellKind.DATE, date);
        } else {
            row.putNumber(column, number, format == NumberFormats.Reading.PERCENT);
        }
    }

    private Fault damaged(SourceRow row, int column, String found, String expected) {
        return source.faultAt(Kind.DAMAGED, sheet, CellReference.of(row.number(), column), found, expected);
    }
}
