package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import no.barometer.problem.Kind;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsTest {
    @TempDir
    private Path folder;

    @Test
    void readsValuesFormatsHiddenContentAndMergedRegions() throws IOException {
        Reading reading = Reading.of(write(workbook(), "real.xls"));

        assertThat(reading.whole).isTrue();
        assertThat(reading.sheets).containsExactly(new SheetInfo("Tall", 1, false), new SheetInfo("Skjult", 2, true));
        assertThat(reading.cell("Tall!A3")).isEqualTo(new Cell(CellKind.TEXT, "Ærlig", Double.NaN, false));
        assertThat(reading.cell("Tall!B4")).isEqualTo(new Cell(CellKind.NUMBER, "0.45", 0.45, true));
        assertThat(reading.cell("Tall!C4")).isEqualTo(new Cell(CellKind.DATE, "2011-10-01", Double.NaN, false));
        assertThat(reading.cell("Tall!D4")).isEqualTo(new Cell(CellKind.BOOLEAN, "true", Double.NaN, false));
        assertThat(reading.cell("Tall!E4")).isEqualTo(new Cell(CellKind.ERROR, "#DIV/0!", Double.NaN, false));
        assertThat(reading.cell("Tall!F4")).isEqualTo(new Cell(CellKind.TEXT, "ab", Double.NaN, false));
        assertThat(reading.cell("Tall!G4").number()).isEqualTo(0.9);
        assertThat(reading.problems)
                .extracting(problem -> problem.found())
                .containsExactly("row 6", "column H", "the sheet \"Skjult\"");
        assertThat(reading.kinds()).containsOnly(Kind.HIDDEN_CONTENT);
    }

    @Test
    void readsAllRowsThatASheetCanHaveInTheirOrder() throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        Sheet sheet = workbook.createSheet("Svar");
        for (int row = 0; row < 65_536; row += row < 32_700 ? 100 : 1) {
            sheet.createRow(row).createCell(0).setCellValue(row);
        }
        Reading reading = Reading.of(write(workbook, "long.xls"));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.rows).isSorted().startsWith(1).endsWith(65_536).hasSize(33_163);
    }

    @Test
    void readsAGzippedWorkbook() throws IOException {
        Path plain = write(workbook(), "real.xls");
        Path packed = folder.resolve("packed.xls.gz");
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            in.transferTo(out);
        }
        assertThat(Reading.of(packed).cells).isEqualTo(Reading.of(plain).cells);
        assertThat(Reading.of(packed).kinds()).doesNotContain(Kind.WRONG_EXTENSION);
    }

    @Test
    void readsAWorkbookByItsContentWhateverItsName() throws IOException {
        Reading reading = Reading.of(write(workbook(), "named.xlsx"));
        assertThat(reading.whole).isTrue();
        assertThat(reading.kinds()).startsWith(Kind.WRONG_EXTENSION);
        assertThat(reading.text("Tall!A3")).isEqualTo("Ærlig");
    }

    @Test
    void reportsPasswords() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("hemmelig");
        Path file;
        try {
            file = write(workbook(), "locked.xls");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        Reading reading = Reading.of(file);
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.ENCRYPTED);
    }

    @Test
    void tellsOtherOle2FilesApart() throws IOException {
        assertThat(Reading.of(ole("EncryptedPackage")).kinds()).containsExactly(Kind.ENCRYPTED);
        assertThat(Reading.of(ole("WordDocument")).kinds()).containsExactly(Kind.UNKNOWN_FORMAT);
        assertThat(Reading.of(ole("Book")).kinds()).containsExactly(Kind.UNSUPPORTED_FORMAT);
    }

    private Path ole(String entry) throws IOException {
        Path file = folder.resolve(entry + ".xls");
        try (POIFSFileSystem ole = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
            ole.writeFilesystem(out);
        }
        return file;
    }

    private Path write(HSSFWorkbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static HSSFWorkbook workbook() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        Sheet sheet = workbook.createSheet("Tall");
        sheet.createRow(2).createCell(0).setCellValue("Ærlig");
        Row row = sheet.createRow(3);
        row.createCell(1).setCellValue(0.45);
        row.getCell(1).setCellStyle(style(workbook, "0%"));
        row.createCell(2).setCellValue(LocalDate.of(2011, 10, 1));
        row.getCell(2).setCellStyle(style(workbook, "d. mmm yyyy"));
        row.createCell(3).setCellValue(true);
        row.createCell(4).setCellFormula("1/0");
        row.createCell(5).setCellFormula("\"a\"&\"b\"");
        row.createCell(6).setCellFormula("B4*2");
        row.createCell(7).setCellValue("skjult kolonne");
        sheet.createRow(5).createCell(0).setCellValue(1);
        sheet.getRow(5).setZeroHeight(true);
        sheet.setColumnHidden(7, true);
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 2));
        workbook.createSheet("Skjult").createRow(0).createCell(0).setCellValue(1);
        workbook.setSheetHidden(1, true);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return workbook;
    }

    private static CellStyle style(HSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
