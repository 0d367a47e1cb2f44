package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.barometer.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --annotate}: copies that show each fault in its cell. */
class AnnotatingTest {
    private static final String DEFINITION = """
            survey: s
            title: {nb: Tillit}
            deliveries:
              - {files: "svar*.xls*", layout: microdata, wave: 2020}
              - {files: "svar*.csv", layout: microdata, wave: 2021}
            questions:
              tillit:
                text: {nb: Tillit}
                column: q1
                answers: [Ganske liten tillit, Ganske stor tillit]
            """;

    @TempDir
    Path folder;

    @Test
    void coloursTheFaultyCellSaysWhyAndListsAllFaultsWithLinks() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook);
            write(workbook, "del/svar.xlsx");
        }

        Checking.Result result = check();

        Path copy = folder.resolve("output/reports/check/del/svar.xlsx.annotated.xlsx");
        assertThat(result.annotated()).containsOnlyKeys("del/svar.xlsx").containsValue(copy);
        try (Workbook annotated = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet list = annotated.getSheetAt(0);
            assertThat(list.getSheetName()).isEqualTo("Faults");
            assertThat(list.getLastRowNum()).isEqualTo(result.problems().size());
            Row fault = row(list, "Unknown answer");
            assertThat(fault.getCell(2).getHyperlink().getAddress()).isEqualTo("'Faults (2)'!B3");
            assertThat(fault.getCell(4).getStringCellValue()).isEqualTo("Ganske stor tilit");
            assertThat(fault.getCell(5).getStringCellValue()).isEqualTo("\"Ganske stor tillit\"");

            Sheet sheet = annotated.getSheet("Faults (2)");
            Cell faulty = sheet.getRow(2).getCell(1);
            assertThat(faulty.getStringCellValue()).isEqualTo("Ganske stor tilit");
            assertThat(faulty.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(faulty.getCellComment().getString().getString())
                    .contains("\"Ganske stor tilit\" is not in the codebook", "\"Ganske stor tillit\"");
            assertThat(sheet.getRow(1).getCell(1).getCellComment()).isNull();
            assertThat(sheet.getRow(1).getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(sheet.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("E1:F1"));
        }
    }

    @Test
    void copiesValuesOnlyAndShowsWhatWasHidden() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = fill(workbook);
            sheet.getRow(1).createCell(3).setCellFormula("1+1");
            sheet.getRow(2).createCell(3).setCellValue("=HYPERLINK(\"http://example.no\")");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.getRow(1).setZeroHeight(true);
            write(workbook, "svar.xls");
        }

        check();

        Path copy = folder.resolve("output/reports/check/svar.xls.annotated.xlsx");
        try (Workbook annotated = WorkbookFactory.create(copy.toFile(), null, true)) {
            for (Sheet sheet : annotated) {
                for (Row row : sheet) {
                    assertThat(row.getZeroHeight()).isFalse();
                    row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
                }
            }
            Sheet sheet = annotated.getSheet("Faults (2)");
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(2);
            assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(sheet.getRow(1).getCell(0).getCellComment().getString().getString())
                    .contains("is hidden: row 2");
        }
    }

    @Test
    void showsAFaultWhereverItStandsThoughItIsListedOnce() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = fill(workbook);
            sheet.createRow(3).createCell(0).setCellValue(3);
            sheet.getRow(3).createCell(1).setCellValue("Ganske stor tilit");
            write(workbook, "svar.xlsx");
        }
        input("svar.csv", """
                id;q1
                1;Ganske stor tilit
                2;Ganske stor tilit
                3;Ganske stor tillit
                """.getBytes(StandardCharsets.UTF_8));

        List<Problem> problems = check().problems();

        assertThat(problems.stream().filter(Problem::isError))
                .extracting(problem -> problem.at().toString() + " " + problem.expected())
                .containsExactly(
                        "svar.csv, line 2, column q1 \"Ganske stor tillit\" (2 times)",
                        "svar.xlsx, sheet \"Faults\", B3 \"Ganske stor tillit\" (2 times)");
        Path reports = folder.resolve("output/reports/check");
        try (Workbook annotated = WorkbookFactory.create(
                reports.resolve("svar.xlsx.annotated.xlsx").toFile(), null, true)) {
            Sheet sheet = annotated.getSheet("Faults (2)");
            assertThat(sheet.getRow(1).getCell(1).getCellComment()).isNull();
            assertThat(sheet.getRow(2).getCell(1).getCellComment()).isNotNull();
            assertThat(sheet.getRow(3).getCell(1).getCellComment().getString().getString())
                    .contains("Expected \"Ganske stor tillit\"");
        }
        assertThat(Files.readAllLines(reports.resolve("svar.csv.annotated.csv")))
                .filteredOn(line -> line.contains("is not in the codebook"))
                .extracting(line -> line.substring(0, 2))
                .containsExactly("2,", "3,");
    }

    @Test
    void saysTheFaultsOfTextFilesBesideTheirLines() throws IOException {
        input("svar.csv", """
                id;q1;merknad
                1;Ganske stor tillit;"to
                linjer"
                2;Ganske stor tilit;=1+1
                """.getBytes(StandardCharsets.UTF_8));

        check();

        Path copy = folder.resolve("output/reports/check/svar.csv.annotated.csv");
        try (CSVParser parser = CSVParser.parse(Files.readString(copy).substring(1), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(4);
            assertThat(records.get(0).toList()).containsExactly("line", "faults");
            assertThat(records.get(1).toList()).containsExactly("1", "", "id", "q1", "merknad");
            assertThat(records.get(2).get(0)).isEqualTo("2");
            assertThat(records.get(3).get(1)).startsWith("q1: The answer \"Ganske stor tilit\"");
            assertThat(records.get(3).get(4)).isEqualTo("'=1+1");
        }
    }

    @Test
    void listsTheFaultsOfAFileThatCannotBeRead() throws IOException {
        input("svar.xlsx", "PK\u0003\u0004 nothing".getBytes(StandardCharsets.ISO_8859_1));

        check();

        Path copy = folder.resolve("output/reports/check/svar.xlsx.annotated.xlsx");
        try (Workbook annotated = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(annotated.getNumberOfSheets()).isEqualTo(1);
            assertThat(row(annotated.getSheetAt(0), "Damaged file")).isNotNull();
        }
    }

    @Test
    void leavesInputAloneAndSaysTheSameAsARun() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook);
            write(workbook, "svar.xlsx");
        }
        var before = Fixture.files(folder.resolve("input"));

        Checking.Result checked = check();
        List<Problem> run =
                new Runner(Fixture.settings(folder, 1), Progress.SILENT).run().problems();

        assertThat(Fixture.files(folder.resolve("input"))).containsExactlyEntriesOf(before);
        assertThat(run).containsExactlyInAnyOrderElementsOf(checked.problems());
        assertThat(Files.readString(folder.resolve("output/reports/latest/problems.csv")))
                .contains("svar.xlsx,Faults,B3,,s,unknown-answer,error,Ganske stor tilit");
    }

    private Checking.Result check() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve("jobs/s.yaml"), DEFINITION);
        return new Checking(Fixture.settings(folder, 1), Progress.SILENT).check(List.of(), true);
    }

    private static Sheet fill(Workbook workbook) {
        // a name that the list of faults has, too
        Sheet sheet = workbook.createSheet("Faults");
        Object[][] rows = {{"id", "q1", "vekt"}, {1, "Ganske stor tillit", 1.5}, {2, "Ganske stor tilit", 0.5}};
        for (int r = 0; r < rows.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                if (rows[r][c] instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else {
                    row.createCell(c).setCellValue(rows[r][c].toString());
                }
            }
        }
        sheet.addMergedRegion(CellRangeAddress.valueOf("E1:F1"));
        return sheet;
    }

    private static Row row(Sheet list, String title) {
        for (Row row : list) {
            if (row.getCell(3).getStringCellValue().equals(title)) {
                return row;
            }
        }
        throw new AssertionError("no row about " + title);
    }

    private void write(Workbook workbook, String path) throws IOException {
        Path file = folder.resolve("input").resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        Fixture.rest(file);
    }

    private void input(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve("input").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Fixture.rest(file);
    }
}
