package no.barometer.sheet;

import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;

/** Reads one {@code c} element into a row. */
final class XmlCell {
    private final Source source;
    private final SheetFeed feed;
    private final Styles styles;
    private final Supplier<SharedStrings> strings;
    private final boolean since1904;
    private final CellText text;
    private final int[] seen = new int[CellAddress.COLUMNS + 1];

    private int rowsSeen;
    private int lastColumn;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean value;
    private String sheet = "";

    XmlCell(Source source, SheetFeed feed, Styles styles, Supplier<SharedStrings> strings, boolean since1904) {
        this.source = source;
        this.feed = feed;
        this.styles = styles;
        this.strings = strings;
        this.since1904 = since1904;
        this.text = new CellText(source.bounds().size(Bound.TEXT));
    }

    void startRow() {
        rowsSeen++;
        lastColumn = 0;
    }

    /** Reads on to the element's end. */
    void read(XMLStreamReader xml, SourceRow row, String sheetName) throws XMLStreamException {
        sheet = sheetName;
        type = "n";
        style = 0;
        int column = lastColumn + 1;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> column = column(xml.getAttributeValue(i), row.number());
                case "t" -> type = xml.getAttributeValue(i);
                case "s" -> style = Xml.integer(xml.getAttributeValue(i), 0);
                default -> {}
            }
        }
        if (column > CellAddress.COLUMNS) {
            throw damaged(row, CellAddress.COLUMNS, "more cells in the row", "at most 16384 columns");
        }
        if (seen[column] == rowsSeen) {
            throw damaged(row, column, "the cell stands twice in its row", "every cell once");
        }
        seen[column] = rowsSeen;
        lastColumn = column;
        content(xml, row, column);
        put(row, column);
    }

    private void content(XMLStreamReader xml, SourceRow row, int column) throws XMLStreamException {
        text.clear();
        formula = false;
        value = false;
        boolean collecting = false;
        int phonetic = 0;
        boolean raised = false;
        int start = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> {
                        value = true;
                        collecting = true;
                    }
                    case "t" -> {
                        value = true;
                        collecting = phonetic == 0;
                        start = text.length();
                    }
                    case "r" -> raised = false;
                    case "vertAlign" -> raised = Xml.isRaised(xml);
                    case "rPh" -> phonetic++;
                    case "f" -> formula = true;
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> {
                        return;
                    }
                    case "rPh" -> phonetic--;
                    case "r" -> raised = false;
                    default -> {
                        if (raised && collecting) {
                            text.raise(start);
                        }
                        collecting = false;
                    }
                }
            } else if (collecting && xml.hasText()) {
                if (!text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength())) {
                    throw source.over(
                            Bound.TEXT,
                            "a longer text",
                            Location.cell(source.delivery(), sheet, CellReference.of(row.number(), column)));
                }
            }
        }
    }

    private void put(SourceRow row, int column) {
        if (text.length() == 0) {
            // an empty text is a value, an empty number is none
            if (formula && !(value && type.equals("str"))) {
                feed.formulaWithoutValue(column);
            }
            return;
        }
        switch (type) {
            case "n" -> putNumber(row, column);
            case "s" -> {
                int index = Xml.integer(text.toString().strip(), -1);
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
            case "str", "inlineStr" -> row.putText(column, text.unescaped());
            case "b" ->
                row.put(column, CellKind.BOOLEAN, Xml.isTrue(text.toString().strip()) ? "true" : "false");
            case "e" -> row.put(column, CellKind.ERROR, text.toString());
            case "d" -> {
                String date = text.toString().strip();
                row.put(column, CellKind.DATE, date.endsWith("T00:00:00") ? date.substring(0, 10) : date);
            }
            default -> throw damaged(row, column, "a cell of type \"" + type + "\"", "b, d, e, n, s, str or inlineStr");
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

    /** Column of a reference, whose row must be this one. */
    private int column(String reference, int row) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && reference.charAt(i) >= 'A' && column <= CellAddress.COLUMNS; i++) {
            column = column * 26 + (reference.charAt(i) & 0x5f) - 'A' + 1;
        }
        int stated = 0;
        for (;
                i < reference.length()
                        && reference.charAt(i) >= '0'
                        && reference.charAt(i) <= '9'
                        && stated <= CellAddress.ROWS;
                i++) {
            stated = stated * 10 + reference.charAt(i) - '0';
        }
        if (i < reference.length() || stated != row || column < 1 || column > CellAddress.COLUMNS) {
            throw source.faultAt(
                    Kind.DAMAGED, sheet, reference, "the cell " + reference + " in row " + row, "cells of the row");
        }
        return column;
    }

    private Fault damaged(SourceRow row, int column, String found, String expected) {
        return source.faultAt(Kind.DAMAGED, sheet, CellReference.of(row.number(), column), found, expected);
    }
}
