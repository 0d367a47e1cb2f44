package no.barometer.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx written part by part, for what no spreadsheet program would write. */
final class Parts {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String ROWS = row(1, "Medium", "2019", "2020") + row(2, "Fjernsyn", 40, 41) + row(3, "Aviser", 30, 31);

    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Parts() {}

    /** @param rows what stands in {@code sheetData} */
    static Map<String, String> of(String rows) {
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/></Types>");
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "sharedStrings",
                        "sharedStrings.xml",
                        "styles",
                        "styles.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + DOCUMENT
                        + "'><sheets><sheet name='Tabell 1' sheetId='1' r:id='r0'/></sheets></workbook>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><fonts><font/><font><color rgb='FFFFFFFF'/></font></fonts>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='0' fontId='1'/></cellXfs></styleSheet>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN
                        + "' count='2' uniqueCount='2'><si><t>Fjernsyn</t></si><si><t>Aviser</t></si></sst>");
        parts.put(SHEET, sheet("", rows, ""));
        return parts;
    }

    static byte[] xlsx(String rows) throws IOException {
        return zip(of(rows));
    }

    /** With parts put, changed or taken away. */
    static byte[] xlsx(Consumer<Map<String, String>> change) throws IOException {
        Map<String, String> parts = of(ROWS);
        change.accept(parts);
        return zip(parts);
    }

    static String sheet(String before, String rows, String after) {
        return "<worksheet xmlns='" + MAIN + "'>" + before + "<sheetData>" + rows + "</sheetData>" + after
                + "</worksheet>";
    }

    /** A row of texts and numbers. */
    static String row(int number, Object... cells) {
        StringBuilder xml = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            xml.append(cell((char) ('A' + i) + "" + number, cells[i]));
        }
        return xml.append("</row>").toString();
    }

    static String cell(String reference, Object value) {
        return value instanceof Number
                ? "<c r='" + reference + "'><v>" + value + "</v></c>"
                : "<c r='" + reference + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
    }

    static String relations(String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id='r" + i / 2 + "' Type='" + DOCUMENT + "/" + kindsAndTargets[i] + "' Target='"
                    + kindsAndTargets[i + 1] + "'/>");
        }
        return xml.append("</Relationships>").toString();
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
