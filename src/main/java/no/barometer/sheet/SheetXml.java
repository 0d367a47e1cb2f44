package no.barometer.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.Kind;

/** Reads the rows of sheet parts. Stated dimensions are not believed; rows and cells may lack their references. */
final class SheetXml {
    private static final Set<String> SHEETS = Set.of("worksheet", "chartsheet", "dialogsheet", "macrosheet");

    private final Source source;
    private final SheetFeed feed;
    private final CellContent content;
    private final PlainRows plain;
    private final XmlCell cell;

    private SourceRow row = new SourceRow();
    private SheetInfo sheet = new SheetInfo("", 0, false);
    private BitSet hiddenColumns = new BitSet();
    private boolean hiddenByDefault;
    private int lastRow;

    SheetXml(Source source, SheetFeed feed, Styles styles, Supplier<SharedStrings> strings, boolean since1904) {
        this.source = source;
        this.feed = feed;
        this.content = new CellContent(source, feed, styles, strings, since1904);
        this.plain = new PlainRows(feed, content);
        this.cell = new XmlCell(source, content);
    }

    void read(SheetPart part, SheetInfo info) throws IOException, XMLStreamException {
        sheet = info;
        content.startSheet(info.name());
        hiddenColumns = new BitSet();
        hiddenByDefault = false;
        lastRow = 0;
        BoundedXml xml = Xml.reader(part, source);
        boolean begun = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (!begun && !SHEETS.contains(xml.getLocalName())) {
                throw source.faultAt(
                        Kind.DAMAGED, sheet.name(), "", "a part that is no sheet stands for it", "a whole workbook");
            }
            begun = true;
            switch (xml.getLocalName()) {
                case "chartsheet", "dialogsheet", "macrosheet" -> {
                    return;
                }
                case "sheetFormatPr" -> hiddenByDefault = Xml.flag(xml, "zeroHeight");
                case "col" -> hideColumns(xml);
                case "sheetData" -> {
                    if (feed.begin(info, hiddenColumns)) {
                        if (part.isAtRows() && PlainRows.suit(xml)) {
                            lastRow = plain.read(part, hiddenByDefault, xml.binds("x14ac"));
                        }
                        rows(xml);
                        feed.endOfSheet(part.merged());
                    }
                    return;
                }
                default -> {}
            }
        }
        if (feed.begin(info, hiddenColumns)) {
            feed.endOfSheet(part.merged());
        }
    }

    private void hideColumns(XMLStreamReader xml) {
        if (Xml.flag(xml, "hidden") || Xml.isZero(Xml.attribute(xml, "width"))) {
            int first = Xml.integer(Xml.attribute(xml, "min"), 0);
            int last = Math.min(Xml.integer(Xml.attribute(xml, "max"), 0), CellAddress.COLUMNS);
            if (first >= 1 && first <= last) {
                hiddenColumns.set(first, last + 1);
            }
        }
    }

    private void rows(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> startRow(xml);
                    case "c" -> cell.read(xml, row, sheet.name());
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> feed.endOfRow();
                    case "sheetData" -> {
                        return;
                    }
                    default -> {}
                }
            }
        }
    }

    private void startRow(XMLStreamReader xml) {
        int number = lastRow + 1;
        String stated = "";
        boolean hidden = false;
        boolean high = false;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> {
                    stated = xml.getAttributeValue(i);
                    number = Xml.integer(stated, 0);
                }
                case "hidden" -> hidden |= Xml.isTrue(xml.getAttributeValue(i));
                case "ht" -> {
                    high = true;
                    hidden |= Xml.isZero(xml.getAttributeValue(i));
                }
                default -> {}
            }
        }
        if (number <= lastRow || number > CellAddress.ROWS) {
            throw source.faultAt(
                    Kind.DAMAGED,
                    sheet.name(),
                    number > 0 && number <= CellAddress.ROWS ? "A" + number : "",
                    misplaced(number, stated),
                    "rows in ascending order from 1 to " + CellAddress.ROWS);
        }
        lastRow = number;
        row = feed.start(number, hidden || (hiddenByDefault && !high));
        cell.startRow();
    }

    private String misplaced(int number, String stated) {
        if (number >= 1 && number <= CellAddress.ROWS) {
            return "row " + number + " behind row " + lastRow;
        }
        return stated.isEmpty() ? "more rows" : "a row with the number \"" + stated + "\"";
    }
}
