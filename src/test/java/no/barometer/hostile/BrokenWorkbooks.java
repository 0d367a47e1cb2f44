package no.barometer.hostile;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Workbooks that lack something or contradict themselves. */
final class BrokenWorkbooks {
    private static final String HEADER = Parts.row(1, "Medium", "2019", "2020");
    private static final String TV = Parts.row(2, "Fjernsyn", 40, 41);
    private static final String PRESS = Parts.row(3, "Aviser", 30, 31);

    private BrokenWorkbooks() {}

    static Stream<Delivery> deliveries() {
        return Stream.of(
                Delivery.of("zip-cut-in-the-middle", "tabell.xlsx", () -> cut(Parts.xlsx(Parts.ROWS), 2)),
                Delivery.of("zip-cut-at-the-end", "tabell.xlsx", () -> {
                    byte[] whole = Parts.xlsx(Parts.ROWS);
                    return Arrays.copyOf(whole, whole.length - 30);
                }),
                Delivery.of("xls-cut-in-the-middle", "tabell.xls", () -> cut(OtherFormats.xls(), 2)),
                Delivery.of("xls-cut-after-its-head", "tabell.xls", () -> Arrays.copyOf(OtherFormats.xls(), 512)),
                without("part-missing-content-types", "[Content_Types].xml"),
                without("part-missing-relations", "_rels/.rels"),
                without("part-missing-workbook", "xl/workbook.xml"),
                without("part-missing-workbook-relations", "xl/_rels/workbook.xml.rels"),
                without("part-missing-sheet", Parts.SHEET),
                without("part-missing-styles", "xl/styles.xml"),
                parts("part-missing-shared-strings", parts -> {
                    parts.remove("xl/sharedStrings.xml");
                    parts.put(Parts.SHEET, Parts.sheet("", HEADER + shared("0") + PRESS, ""));
                }),
                parts(
                        "part-cut",
                        parts ->
                                parts.computeIfPresent(Parts.SHEET, (name, xml) -> xml.substring(0, xml.length() / 2))),
                parts("part-empty", parts -> parts.put(Parts.SHEET, "")),
                parts("part-is-html", parts -> parts.put(Parts.SHEET, "<html><body>Logg inn</body></html>")),
                parts(
                        "document-type",
                        parts -> parts.computeIfPresent(
                                Parts.SHEET, (name, xml) -> "<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml)),
                rows("rows-out-of-order", HEADER + PRESS + TV),
                rows("row-twice", HEADER + TV + TV.replace("40", "44") + PRESS),
                rows("cell-twice", HEADER + TV.replace("</row>", Parts.cell("B2", 44) + "</row>") + PRESS),
                rows("cell-of-another-row", HEADER + TV.replace("r='B2'", "r='B3'") + PRESS),
                rows("cell-beyond-the-last-column", HEADER + TV.replace("r='C2'", "r='XFE2'") + PRESS),
                rows("row-beyond-the-last", HEADER + TV + PRESS + Parts.row(1_048_577, "Radio", 1, 2)),
                rows("reference-that-is-none", HEADER + TV.replace("r='B2'", "r='2B'") + PRESS),
                rows("shared-string-out-of-range", HEADER + shared("2") + PRESS),
                rows("shared-string-below-zero", HEADER + shared("-1") + PRESS),
                rows("shared-string-no-number", HEADER + shared("Fjernsyn") + PRESS),
                rows("text-as-a-number", HEADER + TV.replace("<v>40</v>", "<v>førti</v>") + PRESS),
                rows("cell-of-an-unknown-type", HEADER + TV.replace("<c r='B2'>", "<c r='B2' t='z'>") + PRESS));
    }

    private static Delivery without(String id, String part) {
        return parts(id, parts -> parts.remove(part));
    }

    private static Delivery parts(String id, Consumer<Map<String, String>> change) {
        return Delivery.of(id, "tabell.xlsx", () -> Parts.xlsx(change));
    }

    private static Delivery rows(String id, String rows) {
        return Delivery.of(id, "tabell.xlsx", () -> Parts.xlsx(rows));
    }

    private static byte[] cut(byte[] whole, int parts) {
        return Arrays.copyOf(whole, whole.length / parts);
    }

    /** The row of television, whose name is a shared string. */
    private static String shared(String number) {
        return TV.replaceFirst("<c r='A2'.*?</c>", "<c r='A2' t='s'><v>" + number + "</v></c>");
    }
}
