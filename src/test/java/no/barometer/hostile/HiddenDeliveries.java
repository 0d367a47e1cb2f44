package no.barometer.hostile;

import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** What the eye does not see when the workbook is opened. */
final class HiddenDeliveries {
    private HiddenDeliveries() {}

    static Stream<Delivery> deliveries() {
        return Stream.of(
                        both("hidden-row", sheet -> sheet.getRow(1).setZeroHeight(true)),
                        both("hidden-row-by-height", sheet -> sheet.getRow(1).setHeightInPoints(0)),
                        both("hidden-column", sheet -> sheet.setColumnHidden(1, true)),
                        both("hidden-column-by-width", sheet -> sheet.setColumnWidth(1, 0)),
                        both("hidden-sheet", sheet -> beside(sheet, SheetVisibility.HIDDEN)),
                        both("very-hidden-sheet", sheet -> beside(sheet, SheetVisibility.VERY_HIDDEN)),
                        both("hidden-sheet-that-is-empty", HiddenDeliveries::emptyBeside),
                        both("filtered-rows", HiddenDeliveries::filter),
                        both("grouped-rows", HiddenDeliveries::group),
                        both(
                                "hidden-row-that-is-empty",
                                sheet -> sheet.createRow(7).setZeroHeight(true)),
                        both("white-text", HiddenDeliveries::white),
                        both("formula-without-value", HiddenDeliveries::formula),
                        both("formula-with-value", HiddenDeliveries::calculated),
                        both(
                                "formula-of-text-without-value",
                                sheet -> sheet.getRow(1).createCell(1).setCellFormula("\"4\"&\"0\"")),
                        accepted(
                                "hidden-row",
                                "hidden rows",
                                sheet -> sheet.getRow(1).setZeroHeight(true)),
                        accepted("hidden-column", "hidden columns", sheet -> sheet.setColumnHidden(1, true)),
                        accepted("hidden-sheet", "hidden sheets", sheet -> beside(sheet, SheetVisibility.HIDDEN)),
                        accepted("formula-without-value", "formulas without value", HiddenDeliveries::formula))
                .flatMap(deliveries -> deliveries);
    }

    private static Stream<Delivery> both(String id, Sheets.Change change) {
        return Stream.of(
                Delivery.of(id + "-xlsx", "tabell.xlsx", () -> Sheets.xlsx(change)),
                Delivery.of(id + "-xls", "tabell.xls", () -> Sheets.xls(change)));
    }

    private static Stream<Delivery> accepted(String id, String what, Sheets.Change change) {
        return both(id + "-accepted", change).map(delivery -> delivery.with("accept: [" + what + "]"));
    }

    private static void beside(Sheet sheet, SheetVisibility visibility) {
        Workbook workbook = sheet.getWorkbook();
        Sheets.fill(workbook.createSheet("Gamle tall"));
        workbook.setSheetVisibility(1, visibility);
    }

    private static void emptyBeside(Sheet sheet) {
        sheet.getWorkbook().createSheet("Tom");
        sheet.getWorkbook().setSheetVisibility(1, SheetVisibility.HIDDEN);
    }

    /** A filter that shows newspapers only. */
    private static void filter(Sheet sheet) {
        sheet.setAutoFilter(CellRangeAddress.valueOf("A1:C3"));
        sheet.getRow(1).setZeroHeight(true);
    }

    private static void group(Sheet sheet) {
        sheet.groupRow(1, 1);
        sheet.setRowGroupCollapsed(1, true);
    }

    private static void white(Sheet sheet) {
        Workbook workbook = sheet.getWorkbook();
        Font font = workbook.createFont();
        font.setColor(IndexedColors.WHITE.getIndex());
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        sheet.getRow(1).getCell(1).setCellStyle(style);
    }

    private static void formula(Sheet sheet) {
        sheet.getRow(1).createCell(1).setCellFormula("C2-1");
    }

    private static void calculated(Sheet sheet) {
        formula(sheet);
        sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
    }
}
