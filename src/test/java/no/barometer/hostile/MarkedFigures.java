package no.barometer.hostile;

import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** Marks at figures and in their place, explained in the definition and not. */
final class MarkedFigures {
    private static final String[][] FIGURES = {
        {"asterisk", "41*", "*"},
        {"asterisk-apart", "41 *", "*"},
        {"superscript", "41¹", "¹"},
        {"bracketed-letter", "[c]", "[c]"},
        {"two-dots", "..", ".."},
        {"colon", ":", ":"},
        {"provisional", "41 (p)", "(p)"},
        {"letter", "41p", "p"},
        {"asterisk-alone", "*", "*"},
        {"dash", "–", "–"},
    };

    private MarkedFigures() {}

    static Stream<Delivery> deliveries() {
        return Stream.concat(
                Stream.of(FIGURES).flatMap(figure -> of(figure[0], figure[1], figure[2])),
                Stream.of(
                        workbook("mark-at-a-label", "<t>Fjernsyn*</t>", "<t>41</t>"),
                        workbook("superscript-run-at-a-figure", "<t>Fjernsyn</t>", runs("4", "1")),
                        workbook("superscript-run-at-a-figure-explained", "<t>Fjernsyn</t>", runs("4", "1"))
                                .with("marks: {\"¹\": p}"),
                        workbook("superscript-run-at-a-label", runs("Fjernsyn", "2)"), "<t>41</t>"),
                        workbook("superscript-letter-run", "<t>Fjernsyn</t>", runs("41", "a")),
                        Delivery.of(
                                "superscript-run-of-excel-xlsx",
                                "tabell.xlsx",
                                () -> Sheets.xlsx(MarkedFigures::raise)),
                        Delivery.of(
                                "superscript-run-of-excel-xls", "tabell.xls", () -> Sheets.xls(MarkedFigures::raise))));
    }

    private static Stream<Delivery> of(String id, String figure, String mark) {
        String text = "Medium;2019;2020\nFjernsyn;40;" + figure + "\nAviser;30;31\n";
        return Stream.of(
                Delivery.text("mark-" + id, text),
                Delivery.text("mark-" + id + "-explained", text).with("marks: {\"" + mark + "\": p}"),
                Delivery.text("mark-" + id + "-is-withheld", text).with("marks: {\"" + mark + "\": withheld}"));
    }

    private static Delivery workbook(String id, String label, String figure) {
        String row = "<row r='2'><c r='A2' t='inlineStr'><is>" + label + "</is></c>" + Parts.cell("B2", 40)
                + "<c r='C2' t='inlineStr'><is>" + figure + "</is></c></row>";
        return Delivery.of(
                id,
                "tabell.xlsx",
                () -> Parts.xlsx(Parts.row(1, "Medium", "2019", "2020") + row + Parts.row(3, "Aviser", 30, 31)));
    }

    private static void raise(Sheet sheet) {
        Workbook workbook = sheet.getWorkbook();
        for (int i = 0; i < 4; i++) {
            // so that its index passes 4, which .xls leaves out
            workbook.createFont();
        }
        Font font = workbook.createFont();
        font.setTypeOffset(Font.SS_SUPER);
        RichTextString text = workbook.getCreationHelper().createRichTextString("41");
        text.applyFont(1, 2, font);
        sheet.getRow(1).createCell(2).setCellValue(text);
    }

    private static String runs(String text, String raised) {
        return "<r><t>" + text + "</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>" + raised + "</t></r>";
    }
}
