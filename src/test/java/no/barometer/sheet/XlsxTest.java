package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTest {

    @TempDir
    private Path folder;

    @Test
    void readsValuesFormatsAndReferencesOfARealWorkbook() throws IOException {
        Path file = folder.resolve("real.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Tall");
            Row row = sheet.createRow(3);
            row.createCell(1).setCellValue("Svært god");
            row.createCell(2).setCellValue(0.453);
            row.getCell(2).setCellStyle(style(workbook, "0.0%"));
            row.createCell(3).setCellValue(LocalDateTime.of(2017, 4, 30, 0, 0));
            row.getCell(3).setCellStyle(style(workbook, "dd.mm.yyyy"));
            row.createCell(4).setCellValue(true);
            row.createCell(6).setCellValue(4.35);
            row.createCell(7).setCellFormula("G4*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.createRow(9).createCell(27).setCellValue(" ");
            sheet.createRow(11).createCell(27).setCellValue(LocalDateTime.of(2017, 4, 30, 13, 45, 10));
            sheet.getRow(11).getCell(27).setCellStyle(style(workbook, "yyyy-mm-dd hh:mm"));
            sheet.addMergedRegion(new CellRangeAddress(3, 5, 1, 1));
            workbook.write(out);
        }

        Reading reading = Reading.of(file);

        assertThat(reading.problems).isEmpty();
        assertThat(reading.sheets).containsExactly(new SheetInfo("Tall", 1, false));
        assertThat(reading.merged).containsExactly(new SheetInfo.Region(4, 2, 6, 2));
        assertThat(reading.rows).containsExactly(4, 12);
        assertThat(reading.cell("Tall!B4")).isEqualTo(new Cell(CellKind.TEXT, "Svært god", Double.NaN, false));
        assertThat(reading.cell("Tall!C4")).isEqualTo(new Cell(CellKind.NUMBER, "0.453", 0.453, true));
        assertThat(reading.cell("Tall!D4")).isEqualTo(new Cell(CellKind.DATE, "2017-04-30", Double.NaN, false));
        assertThat(reading.cell("Tall!E4")).isEqualTo(new Cell(CellKind.BOOLEAN, "true", Double.NaN, false));
        assertThat(reading.cell("Tall!F4")).isEqualTo(Cell.BLANK);
        assertThat(reading.cell("Tall!H4")).isEqualTo(new Cell(CellKind.NUMBER, "8.7", 8.7, false));
        assertThat(reading.cell("Tall!AB10")).isEqualTo(Cell.BLANK);
        assertThat(reading.text("Tall!AB12")).isEqualTo("2017-04-30T13:45:10");
    }

    @Test
    void readsEveryKindOfCellXml() throws IOException {
        Path file = sheet("""
                <row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r>\
                <rPh><t>no</t></rPh></is></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>x_x000D_y</v></c>\
                <c t="d"><v>2020-02-29T00:00:00</v></c><c><v>1.5E-3</v></c><c t="str"><f>""</f><v></v></c></row>
                <row r="5"><c r="C5"><v>7</v></c><c><v>8</v></c></row>
                <row><c t="s"><v>1</v></c></row>""", "");

        Reading reading = Reading.of(file);

        assertThat(reading.problems).isEmpty();
        assertThat(reading.text("S!A1")).isEqualTo("rich text");
        assertThat(reading.text("S!B1")).isEqualTo("in line");
        assertThat(reading.cell("S!C1").text()).isEqualTo("false");
        assertThat(reading.cell("S!D1")).isEqualTo(new Cell(CellKind.ERROR, "#N/A", Double.NaN, false));
        assertThat(reading.text("S!E1")).isEqualTo("x\ry");
        assertThat(reading.cell("S!F1")).isEqualTo(new Cell(CellKind.DATE, "2020-02-29", Double.NaN, false));
        assertThat(reading.cell("S!G1").number()).isEqualTo(0.0015);
        assertThat(reading.cell("S!D5").number()).isEqualTo(8);
        assertThat(reading.text("S!A6")).isEqualTo("plain");
        assertThat(reading.rows).containsExactly(1, 5, 6);
    }

    @Test
    void doesNotBelieveTheStatedDimension() throws IOException {
        Path file = sheet("<row r='1'><c r='A1'><v>1</v></c><c r='C1'><v>3</v></c></row>", "<dimension ref='A1'/>");
        assertThat(Reading.of(file).cells).containsOnlyKeys("S!A1", "S!C1");
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
        Map<String, String> parts = MadeXlsx.parts("<row r='1'><c r='A1' s='1'><v>1</v></c></row>", "");
        assertThat(Reading.of(zip(parts)).text("S!A1")).isEqualTo("1900-01-01");
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
        assertThat(Reading.of(zip(parts)).text("S!A1")).isEqualTo("1904-01-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='B2'><v>1</v></c></row>|A2",
                "<row r='1'><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>|B1",
                "<row r='1'><c r='C1' t='s'><v>2</v></c></row>|C1",
                "<row r='1'><c r='D1'><v>one</v></c></row>|D1",
                "<row r='3'><c r='A4'><v>1</v></c></row>|A4",
                "<row r='1'><c r='XFE1'><v>1</v></c></row>|XFE1",
                "<row r='1'><c r='E1' t='q'><v>1</v></c></row>|E1"
            })
    void namesTheCellOfDamagedRows(String rowsAndCell) throws IOException {
        String[] parts = rowsAndCell.split("\\|");
        Reading reading = Reading.of(sheet(parts[0], ""));
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
        assertThat(reading.problems.get(0).at()).isEqualTo(Location.cell("made.xlsx", "S", parts[1]));
    }

    @Test
    void reportsFormulasThatWereNeverCalculated() throws IOException {
        Path file =
                sheet("<row r='1'><c r='A1'><f>B1</f></c><c r='B1'><f>1</f><v/></c><c r='C1'><v>1</v></c></row>", "");
        Reading reading = Reading.of(file);
        assertThat(reading.whole).isTrue();
        assertThat(reading.kinds()).containsExactly(Kind.FORMULA_WITHOUT_VALUE);
        assertThat(reading.problems.get(0).at().cell()).isEqualTo("A1");
        ReadOptions accepting = new ReadOptions("", "", "", "", false, false, false, true, Bounds.DEFAULT);
        assertThat(Reading.of(file, accepting).problems).isEmpty();
    }

    @Test
    void reportsHiddenRowsColumnsAndSheetsThatHoldSomething() throws IOException {
        Path file = folder.resolve("hidden.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Vist");
            for (int r = 0; r < 12; r++) {
                Row row = sheet.createRow(r);
                row.createCell(0).setCellValue(r);
                row.createCell(2).setCellValue(r);
                row.setZeroHeight(r >= 4 && r <= 8);
            }
            sheet.createRow(20).setZeroHeight(true);
            sheet.setColumnHidden(1, true);
            sheet.setColumnHidden(2, true);
            workbook.createSheet("Skjult").createRow(0).createCell(0).setCellValue(1);
            workbook.setSheetHidden(1, true);
            workbook.write(out);
        }

        Reading reading = Reading.of(file);

        assertThat(reading.whole).isTrue();
        assertThat(reading.kinds()).containsOnly(Kind.HIDDEN_CONTENT);
        assertThat(reading.problems)
                .extracting(problem -> problem.found())
                .containsExactly("rows 5-9", "column C", "the sheet \"Skjult\"");
        ReadOptions accepting = new ReadOptions("", "", "", "", true, true, true, false, Bounds.DEFAULT);
        assertThat(Reading.of(file, accepting).problems).isEmpty();
    }

    @Test
    void findsMergedRegionsBehindManyRows() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int r = 1; r <= 20_000; r++) {
            rows.append("<row r='").append(r).append("'><c r='A").append(r).append("'><v>1</v></c></row>");
        }
        StringBuilder merged = new StringBuilder("<x:mergeCells xmlns:x='" + MadeXlsx.MAIN + "'>");
        for (int r = 1; r <= 9_000; r++) {
            merged.append("<x:mergeCell\n ref=\"B")
                    .append(r)
                    .append(":D")
                    .append(r)
                    .append("\"/>");
        }
        Map<String, String> parts = MadeXlsx.parts(rows.toString(), "");
        parts.computeIfPresent(
                "xl/worksheets/s.xml",
                (name, xml) -> xml.replace("</worksheet>", merged.append("</x:mergeCells></worksheet>")));
        Reading reading = Reading.of(zip(parts));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.merged)
                .hasSize(9_000)
                .contains(new SheetInfo.Region(1, 2, 1, 4), new SheetInfo.Region(9_000, 2, 9_000, 4));
    }

    @Test
    void readsPartsInUtf16WithTheirMergedRegions() throws IOException {
        Map<String, String> parts = MadeXlsx.parts("<row r='1'><c r='A1'><v>1</v></c></row>", "");
        String xml = parts.remove("xl/worksheets/s.xml")
                .replace("</worksheet>", "<mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>");
        Path file = folder.resolve("wide.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/s.xml"));
            zip.write(("\ufeff<?xml version='1.0' encoding='UTF-16'?>" + xml).getBytes(StandardCharsets.UTF_16LE));
        }
        Reading reading = Reading.of(file);
        assertThat(reading.problems).isEmpty();
        assertThat(reading.merged).containsExactly(new SheetInfo.Region(1, 1, 1, 2));
        assertThat(reading.cell("S!A1").number()).isEqualTo(1);
    }

    @Test
    void refusesDocumentTypes() throws IOException {
        Map<String, String> parts =
                MadeXlsx.parts("<row r='1'><c r='A1' t='inlineStr'><is><t>&x;</t></is></c></row>", "");
        parts.computeIfPresent(
                "xl/worksheets/s.xml",
                (name, xml) -> "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + xml);
        Reading reading = Reading.of(zip(parts));
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
        assertThat(reading.cells).isEmpty();
    }

    @Test
    void reportsATruncatedArchive() throws IOException {
        Path whole = sheet("<row r='1'><c r='A1'><v>1</v></c></row>", "");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Reading reading = Reading.of(cut);
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
    }

    @Test
    void reportsAPartThatDiffersFromItsChecksum() throws IOException {
        Path file = folder.resolve("flipped.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(0);
            for (Map.Entry<String, String> part : MadeXlsx.parts("<row r='1'><c r='A1'><v>4711</v></c></row>", "")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, bytes.replace("4711", "4712").getBytes(StandardCharsets.ISO_8859_1));
        Reading reading = Reading.of(file);
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
        assertThat(reading.cells).isEmpty();
    }

    @Test
    void stopsAtTheBounds() throws IOException {
        Path file = sheet(
                "<row r='1'><c r='A1'><v>1</v></c><c r='C1'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>",
                "");
        assertThat(Reading.of(file, bounded(1 << 20, 1, 10, 10)).kinds()).containsExactly(Kind.TOO_LARGE);
        assertThat(Reading.of(file, bounded(1 << 20, 10, 2, 10)).kinds()).containsExactly(Kind.TOO_LARGE);
        assertThat(Reading.of(file, bounded(1 << 20, 10, 10, 3)).kinds()).containsExactly(Kind.TOO_LARGE);
        assertThat(Reading.of(file, bounded(100, 10, 10, 10)).kinds()).containsExactly(Kind.TOO_LARGE);
        assertThat(Reading.of(file, bounded(1 << 20, 2, 3, 4)).kinds()).isEmpty();
    }

    @Test
    void letsTheSinksOwnExceptionsThrough() throws IOException {
        Path file = sheet("<row r='1'><c r='A1'><v>1</v></c></row>", "");
        RuntimeException bug = new IllegalStateException("a bug");
        RowSink sink = new RowSink() {
            @Override
            public boolean sheet(SheetInfo sheet) {
                return true;
            }

            @Override
            public void row(SourceRow row) {
                throw bug;
            }
        };
        assertThatThrownBy(() -> Spreadsheets.read(file, "made.xlsx", ReadOptions.DEFAULT, sink, problem -> {}))
                .isSameAs(bug);
    }

    private static ReadOptions bounded(long expanded, int rows, int columns, long cells) {
        Bounds bounds = Bounds.DEFAULT
                .with(Bound.EXPANDED, expanded)
                .with(Bound.ROWS, rows)
                .with(Bound.COLUMNS, columns)
                .with(Bound.CELLS, cells);
        return new ReadOptions("", "", "", "", false, false, false, false, bounds);
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private Path sheet(String rows, String before) throws IOException {
        return zip(MadeXlsx.parts(rows, before));
    }

    private Path zip(Map<String, String> parts) throws IOException {
        return MadeXlsx.zip(folder.resolve("made.xlsx"), parts);
    }
}
