package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.barometer.problem.CellReference;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Date1904Support;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

/** Held against POI's user model, which reads the same files in quite another way. */
class UserModelTest {
    /** The user model takes long for large files. */
    private static final long SMALL = 40_000;

    /**
     * Numbers cached on chart and macro sheets and an empty value are no cells to us; days under a Japanese format are
     * dates; the user model of .xls does not tell the date system.
     */
    private static final Set<String> OTHERWISE = Set.of(
            "44010-TwoCharts.xls",
            "60405.xls",
            "SimpleScatterChart.xls",
            "56702.xlsx",
            "12561-1.xls",
            "1904DateWindowing.xls");

    @Test
    void readsTheSameCellsAsTheUserModel() throws IOException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (Stream<Path> folder = Files.list(Shared.data("workbooks"))) {
            for (Path file : folder.sorted().toList()) {
                if (Files.size(file) > SMALL
                        || OTHERWISE.contains(file.getFileName().toString())) {
                    continue;
                }
                Map<String, String> expected = userModel(file.toFile());
                Reading reading = Reading.of(file);
                if (expected == null) {
                    continue;
                }
                if (!reading.whole) {
                    if (!expected.isEmpty()) {
                        differences.add(file.getFileName() + " rejected: " + reading.problems);
                    }
                    continue;
                }
                compared++;
                Map<String, String> found = new LinkedHashMap<>();
                reading.cells.forEach((at, cell) -> found.put(at, cell.kind() + " " + cell.text()));
                if (!found.equals(expected)) {
                    Map<String, String> missing = new LinkedHashMap<>(expected);
                    missing.entrySet().removeAll(found.entrySet());
                    Map<String, String> surplus = new LinkedHashMap<>(found);
                    surplus.entrySet().removeAll(expected.entrySet());
                    differences.add(file.getFileName() + " expected " + missing.size()
                            + missing.entrySet().stream().limit(3).toList() + " found " + surplus.size()
                            + surplus.entrySet().stream().limit(3).toList());
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(differences).isEmpty();
    }

    private static Map<String, String> userModel(File file) {
        Map<String, String> cells = new LinkedHashMap<>();
        try (Workbook workbook = WorkbookFactory.create(file, null, true)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (org.apache.poi.ss.usermodel.Cell cell : row) {
                        String text = text(cell);
                        if (!text.isEmpty()) {
                            cells.put(
                                    sheet.getSheetName() + "!"
                                            + CellReference.of(row.getRowNum() + 1, cell.getColumnIndex() + 1),
                                    text);
                        }
                    }
                }
            }
            return cells;
        } catch (Exception e) {
            return null;
        }
    }

    private static String text(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case STRING ->
                cell.getStringCellValue().replace('\u00a0', ' ').isBlank() ? "" : "TEXT " + cell.getStringCellValue();
            case BOOLEAN -> "BOOLEAN " + cell.getBooleanCellValue();
            case ERROR ->
                "ERROR " + FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static String number(org.apache.poi.ss.usermodel.Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell) && ExcelDates.iso(value, false) != null) {
            Workbook workbook = cell.getSheet().getWorkbook();
            boolean since1904 = workbook instanceof Date1904Support dates && dates.isDate1904();
            return "DATE " + ExcelDates.iso(value, since1904);
        }
        return "NUMBER " + Numerals.plain(value);
    }
}
