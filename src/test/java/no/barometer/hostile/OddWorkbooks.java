package no.barometer.hostile;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Workbooks that are unusual, and whose figures are beyond doubt or else a fault. */
final class OddWorkbooks {
    private static final String HEADER = Parts.row(1, "Medium", "2019", "2020");
    private static final String TV = Parts.row(2, "Fjernsyn", 40, 41);
    private static final String PRESS = Parts.row(3, "Aviser", 30, 31);
    private static final String CHART = "<chartsheet xmlns='" + Parts.MAIN + "'><drawing/></chartsheet>";

    private OddWorkbooks() {}

    static Stream<Delivery> deliveries() {
        return Stream.of(
                parts("chart-sheet-only", parts -> parts.put(Parts.SHEET, CHART)),
                parts("chart-sheet-first", OddWorkbooks::chartFirst),
                parts("strict", parts -> parts.replaceAll((name, xml) -> strict(xml))),
                parts(
                        "dimension-that-lies",
                        parts -> parts.put(Parts.SHEET, Parts.sheet("<dimension ref='A1'/>", Parts.ROWS, ""))),
                parts(
                        "dimension-of-everything",
                        parts -> parts.put(
                                Parts.SHEET, Parts.sheet("<dimension ref='A1:XFD1048576'/>", Parts.ROWS, ""))),
                rows("cells-without-references", Parts.ROWS.replaceAll("<c r='\\w+'", "<c")),
                rows("rows-without-numbers", Parts.ROWS.replaceAll(" r='\\w+'", "")),
                rows(
                        "cells-out-of-order",
                        HEADER
                                + "<row r='2'>" + Parts.cell("C2", 41) + Parts.cell("A2", "Fjernsyn")
                                + Parts.cell("B2", 40)
                                + "</row>" + PRESS),
                parts("parts-with-backslashes", OddWorkbooks::backslashes),
                rows("numbers-as-texts", HEADER + Parts.row(2, "Fjernsyn", "40", "41,5") + PRESS),
                rows("numbers-as-texts-in-doubt", HEADER + Parts.row(2, "Fjernsyn", "40", "1.250") + PRESS)
                        .with("figures: number"),
                rows("numbers-as-texts-with-spaces", HEADER + Parts.row(2, "Fjernsyn", " 40\u00a0", "41 %") + PRESS),
                rows("label-as-a-number", Parts.row(1, "Medium", 2019, 2020) + TV + PRESS),
                rows("item-as-a-number", HEADER + Parts.row(2, 7, 40, 41) + PRESS),
                rows("words-as-figures", HEADER + Parts.row(2, "Fjernsyn", "førti", "ukjent") + PRESS),
                rows(
                        "date-as-a-wave",
                        "<row r='1'>" + Parts.cell("A1", "Medium")
                                + "<c r='B1' s='1'><v>43466</v></c><c r='C1' s='1'><v>43831</v></c></row>" + TV
                                + PRESS),
                rows("date-as-a-bare-number", Parts.row(1, "Medium", 43466, 43831) + TV + PRESS),
                rows("figure-as-a-date", HEADER + TV.replace("<c r='B2'>", "<c r='B2' s='1'>") + PRESS),
                rows("error-value", HEADER + TV.replace("<c r='B2'><v>40", "<c r='B2' t='e'><v>#DIV/0!") + PRESS),
                rows(
                        "error-value-in-the-header",
                        HEADER.replace(Parts.cell("B1", "2019"), "<c r='B1' t='e'><v>#REF!</v></c>") + TV + PRESS),
                rows("true-as-a-figure", HEADER + TV.replace("<c r='B2'><v>40", "<c r='B2' t='b'><v>1") + PRESS),
                rows("number-too-large", HEADER + TV.replace("40", "1e999") + PRESS),
                rows("empty-rows-behind", Parts.ROWS + emptyRows()),
                rows("empty-columns-behind", HEADER.replace("</row>", "<c r='XFD1' s='1'/></row>") + TV + PRESS),
                rows("columns-16384", wide()),
                parts(
                        "merged-cells-that-overlap",
                        parts -> parts.put(
                                Parts.SHEET,
                                Parts.sheet(
                                        "",
                                        Parts.ROWS,
                                        "<mergeCells><mergeCell ref='A5:C6'/><mergeCell ref='B6:D7'/></mergeCells>"))),
                parts(
                        "merged-cells-over-figures",
                        parts -> parts.put(
                                Parts.SHEET,
                                Parts.sheet("", Parts.ROWS, "<mergeCells><mergeCell ref='B2:C2'/></mergeCells>"))),
                parts(
                        "merged-cells-backwards",
                        parts -> parts.put(
                                Parts.SHEET,
                                Parts.sheet("", Parts.ROWS, "<mergeCells><mergeCell ref='C9:A7'/></mergeCells>"))),
                rows(
                        "header-twice",
                        HEADER + TV + Parts.row(3, "Medium", "2019", "2020") + Parts.row(4, "Aviser", 30, 31)),
                rows(
                        "wave-missing-above-figures",
                        Parts.row(1, "Medium", "2019", "", "2020")
                                + Parts.row(2, "Fjernsyn", 40, 44, 41)
                                + Parts.row(3, "Aviser", 30, 34, 31)),
                rows("wave-twice", Parts.row(1, "Medium", "2019", "2019") + TV + PRESS),
                rows("item-twice", HEADER + TV + Parts.row(3, "Fjernsyn", 44, 45)),
                rows("item-misspelt", HEADER + Parts.row(2, "Fjernsynn", 40, 41) + PRESS),
                rows("control-characters", HEADER + Parts.row(2, "Fjern_x0007_syn", 40, 41) + PRESS),
                rows("format-that-is-missing", HEADER + TV.replace("<c r='B2'>", "<c r='B2' s='7'>") + PRESS),
                parts("second-sheet-is-html", OddWorkbooks::secondIsHtml),
                rows("footnote-below", Parts.ROWS + Parts.row(5, "Kilde: TNS Gallup")));
    }

    private static Delivery parts(String id, Consumer<Map<String, String>> change) {
        return Delivery.of(id, "tabell.xlsx", () -> Parts.xlsx(change));
    }

    private static Delivery rows(String id, String rows) {
        return Delivery.of(id, "tabell.xlsx", () -> Parts.xlsx(rows));
    }

    private static void chartFirst(Map<String, String> parts) {
        parts.put("xl/chartsheets/chart.xml", CHART);
        parts.put(
                "xl/_rels/workbook.xml.rels",
                Parts.relations("chartsheet", "chartsheets/chart.xml", "worksheet", "worksheets/sheet1.xml"));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replaceFirst(
                        "<sheet .*?/>",
                        "<sheet name='Figur' sheetId='1' r:id='r0'/><sheet name='Tabell 1' sheetId='2' r:id='r1'/>"));
    }

    private static void secondIsHtml(Map<String, String> parts) {
        chartFirst(parts);
        parts.put("xl/chartsheets/chart.xml", "<html><body>Logg inn</body></html>");
    }

    private static String strict(String xml) {
        return xml.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }

    private static void backslashes(Map<String, String> parts) {
        Map.copyOf(parts).forEach((name, xml) -> {
            parts.remove(name);
            parts.put(name.replace('/', '\\'), xml);
        });
    }

    private static String emptyRows() {
        StringBuilder rows = new StringBuilder();
        for (int row = 4; row < 20_000; row++) {
            rows.append("<row r='" + row + "'><c r='A" + row + "' s='1'/><c r='B" + row + "' s='1'/></row>");
        }
        return rows.toString();
    }

    /** All columns that a sheet can have, with the same wave in each. */
    private static String wide() {
        StringBuilder header =
                new StringBuilder("<row r='1'>" + Parts.cell("A1", "Medium").replace(" r='A1'", ""));
        StringBuilder figures =
                new StringBuilder("<row r='2'>" + Parts.cell("A2", "Fjernsyn").replace(" r='A2'", ""));
        for (int column = 2; column <= 16_384; column++) {
            header.append("<c><v>2019</v></c>");
            figures.append("<c><v>40</v></c>");
        }
        return header.append("</row>").toString() + figures.append("</row>");
    }
}
