package no.barometer.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as a spreadsheet program writes them. */
final class Sheets {
    private static final Object[][] CELLS = {{"Medium", 2019, 2020}, {"Fjernsyn", 40, 41}, {"Aviser", 30, 31}};

    private Sheets() {}

    interface Change {
        void make(Sheet sheet);
    }

    static byte[] xlsx(Change change) throws IOException {
        return bytes(new XSSFWorkbook(), change);
    }

    static byte[] xls(Change change) throws IOException {
        return bytes(new HSSFWorkbook(), change);
    }

    private static byte[] bytes(Workbook workbook, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            Sheet sheet = fill(workbook.createSheet("Tabell 1"));
            change.make(sheet);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    static Sheet fill(Sheet sheet) {
        for (int r = 0; r < CELLS.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < CELLS[r].length; c++) {
                if (CELLS[r][c] instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else {
                    row.createCell(c).setCellValue(CELLS[r][c].toString());
                }
            }
        }
        return sheet;
    }
}
