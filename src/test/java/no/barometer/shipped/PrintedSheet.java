package no.barometer.shipped;

import java.util.Arrays;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** A sheet as a statistics office prints it: title, ruled header, figures, notes. Rows follow one another from the top. */
final class PrintedSheet {
    private final Sheet sheet;
    private final CellStyle title;
    private final CellStyle banner;
    private final CellStyle header;
    private final CellStyle firstHeader;
    private final CellStyle label;
    private final CellStyle figure;
    private final CellStyle last;
    private final CellStyle lastLabel;
    private final CellStyle note;
    private int next;

    PrintedSheet(Workbook workbook, String name, String numberFormat) {
        sheet = workbook.createSheet(name);
        sheet.setColumnWidth(0, 40 * 256);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        title = style(workbook, 12, true);
        firstHeader = header(workbook, HorizontalAlignment.LEFT);
        header = header(workbook, HorizontalAlignment.RIGHT);
        banner = header(workbook, HorizontalAlignment.CENTER);
        label = style(workbook, 10, false);
        lastLabel = style(workbook, 10, false);
        figure = style(workbook, 10, false);
        last = style(workbook, 10, false);
        note = style(workbook, 8, false);
        for (CellStyle one : new CellStyle[] {figure, last}) {
            one.setAlignment(HorizontalAlignment.RIGHT);
            one.setDataFormat(workbook.createDataFormat().getFormat(numberFormat));
        }
        last.setBorderBottom(BorderStyle.THIN);
        lastLabel.setBorderBottom(BorderStyle.THIN);
    }

    PrintedSheet title(String text) {
        return put(title, title, text);
    }

    PrintedSheet note(String text) {
        return put(note, note, text);
    }

    PrintedSheet blank() {
        next++;
        return this;
    }

    /** A header cell merged over the columns of figures. */
    PrintedSheet banner(String text, int columns) {
        Object[] cells = new Object[columns + 1];
        Arrays.fill(cells, "");
        cells[1] = text;
        put(firstHeader, banner, cells);
        sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 1, columns));
        return this;
    }

    PrintedSheet header(Object... cells) {
        return put(firstHeader, header, cells);
    }

    PrintedSheet row(Object... cells) {
        return put(label, figure, cells);
    }

    /** The last row of figures, ruled off below. */
    PrintedSheet lastRow(Object... cells) {
        return put(lastLabel, last, cells);
    }

    private PrintedSheet put(CellStyle first, CellStyle others, Object... cells) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < cells.length; column++) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(column == 0 ? first : others);
            if (cells[column] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (!cells[column].toString().isEmpty()) {
                cell.setCellValue(cells[column].toString());
            }
        }
        return this;
    }

    private static CellStyle header(Workbook workbook, HorizontalAlignment alignment) {
        CellStyle style = style(workbook, 10, true);
        style.setAlignment(alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private static CellStyle style(Workbook workbook, int points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }
}
