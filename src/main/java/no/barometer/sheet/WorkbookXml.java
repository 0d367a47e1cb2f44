package no.barometer.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The workbook part: its sheets in their order, and its date system.
 *
 * @param since1904 whether days count from 1904
 */
record WorkbookXml(List<Sheet> sheets, boolean since1904) {
    /** @param relation id of the relation that leads to the sheet's part */
    record Sheet(String name, String relation, boolean hidden) {}

    static WorkbookXml read(InputStream in, Source source) throws XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        boolean since1904 = false;
        XMLStreamReader xml = Xml.reader(in, source);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                since1904 = Xml.flag(xml, "date1904");
            } else if (xml.getLocalName().equals("sheet")) {
                String name = Xml.attribute(xml, "name");
                String relation = Xml.attribute(xml, "id");
                if (relation == null) {
                    throw source.damaged("a sheet without a part", "a part for every sheet");
                }
                String state = Xml.attribute(xml, "state");
                sheets.add(new Sheet(
                        name == null ? "" : name, relation, "hidden".equals(state) || "veryHidden".equals(state)));
                if (sheets.size() > source.bounds().of(Bound.SHEETS)) {
                    throw source.over(Bound.SHEETS, "more sheets");
                }
            }
        }
        return new WorkbookXml(List.copyOf(sheets), since1904);
    }
}
