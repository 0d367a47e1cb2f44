package no.barometer.sheet;

import java.util.BitSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;

/** Reads one {@code c} element into a row. */
final class XmlCell {
    private final Source source;
    private final CellContent content;
    private final BitSet seen = new BitSet();
    private int lastColumn;
    private String sheet = "";

    XmlCell(Source source, CellContent content) {
        this.source = source;
        this.content = content;
    }

    void startRow() {
        seen.clear();
        lastColumn = 0;
    }

    /** Reads on to the element's end. */
    void read(XMLStreamReader xml, SourceRow row, String sheetName) throws XMLStreamException {
        sheet = sheetName;
        content.clear();
        int column = lastColumn + 1;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> column = column(xml.getAttributeValue(i), row.number());
                case "t" -> content.setType(xml.getAttributeValue(i));
                case "s" -> content.style = Xml.integer(xml.getAttributeValue(i), 0);
                default -> {}
            }
        }
        if (column > CellAddress.COLUMNS) {
            throw damaged(row, CellAddress.COLUMNS, "more cells in the row", "at most 16384 columns");
        }
        if (seen.get(column)) {
            throw damaged(row, column, "the cell stands twice in its row", "every cell once");
        }
        seen.set(column);
        lastColumn = column;
        gather(xml, row, column);
        content.put(row, column);
    }

    private void gather(XMLStreamReader xml, SourceRow row, int column) throws XMLStreamException {
        CellText text = content.text;
        boolean collecting = false;
        int phonetic = 0;
        boolean raised = false;
        int start = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> {
                        content.value = true;
                        collecting = true;
                    }
                    case "t" -> {
                        content.value = true;
                        collecting = phonetic == 0;
                        start = text.length();
                    }
                    case "r" -> raised = false;
                    case "vertAlign" -> raised = Xml.isRaised(xml);
                    case "rPh" -> phonetic++;
                    case "f" -> content.formula = true;
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
