package no.barometer.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;

/** One sheet in the making, from top to bottom: a title, lines, then at most one table. */
final class WorkbookSheet {
    private static final int WIDTH_UNITS = 256;

    /** @param percent by number of decimals, as are numbers */
    record Styles(CellStyle title, CellStyle header, List<CellStyle> percent, List<CellStyle> number) {
        private static final int DECIMALS = 7;

        static Styles of(SXSSFWorkbook book) {
            Font bold = book.createFont();
            bold.setBold(true);
            Font large = book.createFont();
            large.setBold(true);
            large.setFontHeightInPoints((short) 15);
            CellStyle title = book.createCellStyle();
            title.setFont(large);
            CellStyle header = book.createCellStyle();
            header.setFont(bold);
            header.setWrapText(true);
            List<CellStyle> percent = new ArrayList<>();
            List<CellStyle> number = new ArrayList<>();
            for (int i = 0; i < DECIMALS; i++) {
                String format = i == 0 ? "0" : "0." + "0".repeat(i);
                percent.add(formatted(book, format + " %"));
                number.add(formatted(book, format));
            }
            return new Styles(title, header, percent, number);
        }

        private static CellStyle formatted(SXSSFWorkbook book, String format) {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            return style;
        }
    }

    private final SXSSFWorkbook book;
    private final SXSSFSheet sheet;
    private final Styles styles;
    private int rows;
    private int headerRow = -1;
    private List<String> header = List.of();
    private SXSSFRow row;

    WorkbookSheet(SXSSFWorkbook book, Styles styles, String name) {
        this.book = book;
        this.styles = styles;
        sheet = book.createSheet(name);
        row = sheet.createRow(0);
    }

    CreationHelper creation() {
        return book.getCreationHelper();
    }

    Styles styles() {
        return styles;
    }

    void title(String text) {
        row().text(text).last().setCellStyle(styles.title());
    }

    void line(String text) {
        row().text(text);
    }

    /** The header of the table; the columns of labels and all rows above stay in sight. */
    void header(List<String> columns) {
        header = distinct(columns);
        headerRow = rows;
        row();
        header.forEach(column -> text(column).last().setCellStyle(styles.header()));
        sheet.createFreezePane(0, rows);
    }

    WorkbookSheet row() {
        row = sheet.createRow(rows++);
        return this;
    }

    WorkbookSheet text(String text) {
        next().setCellValue(text);
        return this;
    }

    void number(double value, CellStyle style) {
        Cell cell = next();
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    Cell last() {
        return row.getCell(row.getLastCellNum() - 1);
    }

    private Cell next() {
        return row.createCell(Math.max(0, row.getLastCellNum()));
    }

    void widths(List<Integer> characters) {
        for (int i = 0; i < characters.size(); i++) {
            sheet.setColumnWidth(i, characters.get(i) * WIDTH_UNITS);
        }
    }

    /** Marks what follows the header as a table, so that programs tell its name and headers. */
    void table(String name) {
        int last = Math.max(rows, headerRow + 2) - 1;
        // begun with one column: of an area's columns the library compares each with all before it
        XSSFTable table = book.getXSSFWorkbook().getSheet(sheet.getSheetName()).createTable(area(last, 1));
        table.setCellReferences(area(last, header.size()));
        String sound = "t_" + name.replaceAll("[^A-Za-z0-9_]", "_");
        table.setName(sound);
        table.setDisplayName(sound);
        CTTableColumns columns = table.getCTTable().getTableColumns();
        columns.setCount(header.size());
        for (int i = 0; i < header.size(); i++) {
            CTTableColumn column = i == 0 ? columns.getTableColumnArray(0) : columns.addNewTableColumn();
            column.setId(i + 1L);
            column.setName(header.get(i));
        }
    }

    private AreaReference area(int lastRow, int width) {
        return new AreaReference(
                new CellReference(headerRow, 0), new CellReference(lastRow, width - 1), SpreadsheetVersion.EXCEL2007);
    }

    private static List<String> distinct(List<String> columns) {
        Set<String> taken = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int i = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
                name = column + " " + i;
            }
            distinct.add(name);
        }
        return distinct;
    }
}
