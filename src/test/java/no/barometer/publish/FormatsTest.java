package no.barometer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FormatsTest {
    private static final Survey SURVEY = Samples.survey("tillit", false);
    private static final Manifest.Stamp STAMP = new Manifest.Stamp("2026-11", "2026-11-17");

    @Test
    void excelInNorwayGetsSemicolonsDecimalCommaAndAByteOrderMark() {
        String csv = new String(WideCsv.of(SURVEY, Samples.trust("Tillit", 70), CsvText.NORWEGIAN), UTF_8);

        assertThat(csv.lines().limit(2))
                .containsExactly(
                        "\uFEFFElement;Svar;Inndeling;Gruppe;Mål;Grunnlag;Måleenhet;2023;2024;2025;Merknad",
                        "Fjernsyn;Høy tillit;Alle;Alle;Andel;Gyldige svar;prosent;61,3;63,6;66,7;Brudd i 2025: Fra"
                                + " papirskjema til nettskjema");
        assertThat(csv).contains("\r\n");
    }

    @Test
    void excelDoesNotMakeDatesOfMonthsAndAges() {
        CsvText csv = new CsvText(CsvText.NORWEGIAN, List.of("group", "2012-03"));
        csv.text("10-12").figure("1.5").end();

        assertThat(new String(csv.bytes(), UTF_8)).isEqualTo("\uFEFFgroup;2012M03\r\n10–12;1,5\r\n");
    }

    @Test
    void workbookHoldsNumbersWithAPercentFormatAndSaysWhyAFigureIsMissing() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(Samples.trust("Tillit", 70), Samples.hours()))) {
            XSSFSheet sheet = book.getSheet("tillit");
            Cell tv2025 = sheet.getRow(3).getCell(9);
            Cell men2023 = sheet.getRow(7).getCell(7);

            assertThat(tv2025.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(tv2025.getNumericCellValue()).isEqualTo(0.666666666666667);
            assertThat(tv2025.getCellStyle().getDataFormatString()).isEqualTo("0.0 %");
            assertThat(men2023.getStringCellValue()).isEqualTo("[x]");
            assertThat(sheet.getRow(6).getCell(7).getStringCellValue()).isEqualTo("[z]");
            assertThat(sheet.getRow(6)
                            .getCell(sheet.getRow(2).getLastCellNum() - 1)
                            .getStringCellValue())
                    .contains("2024 [p]");
        }
    }

    @Test
    void shorthandsEndWhereNumbersEnd() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(Samples.trust("Tillit", 70)))) {
            XSSFSheet sheet = book.getSheet("tillit");
            for (int row : List.of(6, 7)) {
                assertThat(sheet.getRow(row).getCell(7).getStringCellValue()).startsWith("[");
                assertThat(sheet.getRow(row).getCell(7).getCellStyle().getAlignment())
                        .isEqualTo(HorizontalAlignment.RIGHT);
            }
            assertThat(sheet.getRow(3).getCell(8).getCellStyle().getDataFormatString())
                    .isEqualTo("0.0 %");
        }
    }

    @Test
    void sheetsArePrintedOnePageWide() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(Samples.trust("Tillit", 70)))) {
            XSSFSheet sheet = book.getSheet("tillit");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        }
    }

    @Test
    void workbookRoundsAFigureOnceAsThePageDoes() throws Exception {
        double belowHalf = 28.4499999997;
        assertThat(Figures.fixed(belowHalf, 1)).isEqualTo("28.4");
        try (XSSFWorkbook book = workbook(List.of(Samples.trust("Tillit", belowHalf)))) {
            Cell men2025 = book.getSheet("tillit").getRow(7).getCell(9);
            assertThat(new DataFormatter(Locale.ROOT).formatCellValue(men2025)).isEqualTo("28.4 %");
        }
    }

    @Test
    void workbookIsAccessible() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(Samples.trust("Tillit", 70), Samples.hours()))) {
            assertThat(book.sheetIterator())
                    .toIterable()
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Forside", "Innhold", "Merknader", "tillit", "timer");
            for (String name : List.of("Innhold", "Merknader", "tillit", "timer")) {
                XSSFSheet sheet = book.getSheet(name);
                assertThat(sheet.getTables()).hasSize(1);
                int header = sheet.getTables().get(0).getStartRowIndex();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) (header + 1));
                assertThat(sheet.getNumMergedRegions()).isZero();
                for (int row = header; row <= sheet.getLastRowNum(); row++) {
                    for (int column = 0; column < sheet.getRow(header).getLastCellNum(); column++) {
                        assertThat(sheet.getRow(row).getCell(column).toString()).isNotEmpty();
                    }
                }
            }
            assertThat(book.getSheet("Innhold")
                            .getRow(3)
                            .getCell(0)
                            .getHyperlink()
                            .getAddress())
                    .isEqualTo("'tillit'!A1");
        }
    }

    @Test
    void workbookShowsWithheldFiguresAndLimitsOfIntervalsWhereThereAreAny() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(withUncertainty()))) {
            XSSFSheet sheet = book.getSheet("timer");
            List<String> header = new java.util.ArrayList<>();
            sheet.getRow(3).forEach(cell -> header.add(cell.getStringCellValue()));

            assertThat(header).contains("2024 Nedre grense for konfidensintervallet", "2025 Antall svar eller enheter");
            assertThat(sheet.getRow(4).getCell(8).getStringCellValue()).isEqualTo("[c]");
            assertThat(book.getSheet("Merknader").getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("[c]");
        }
    }

    @Test
    void aHeaderFitsIntoTwoLinesWithItsWordsWhole() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(withUncertainty()))) {
            XSSFSheet sheet = book.getSheet("timer");
            for (Cell cell : sheet.getRow(3)) {
                float width = sheet.getColumnWidth(cell.getColumnIndex()) / 256f;
                assertThat(cell.getStringCellValue().split(" ")).allMatch(word -> word.length() < width);
                assertThat(cell.getStringCellValue().length()).isLessThan((int) (2 * width));
            }
        }
    }

    @Test
    void sheetNamesAreShortAndDistinct() throws Exception {
        String id = "a-table-with-an-id-that-is-longer-than-a-sheet-name-may-be";
        try (XSSFWorkbook book = workbook(List.of(named(id + "-1"), named(id + "-2"), named("innhold")))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(6);
            assertThat(book.getSheetName(4)).isEqualTo("a-table-with-an-id-that-is-lo-2");
            assertThat(book.getSheetName(5)).isEqualTo("innhold-2");
        }
    }

    @Test
    void workbookOfManyRowsHoldsTheLastAsTheFirst() throws Exception {
        TrendTable table = Samples.hours();
        Estimate.Row row = table.rows().get(0);
        TrendTable longer = Samples.like(
                table, table.id(), table.waves(), Collections.nCopies(2_500, row), table.estimates(), table.breaks());
        try (XSSFWorkbook book = workbook(List.of(longer, named("next")))) {
            XSSFSheet sheet = book.getSheet("timer");
            int header = sheet.getTables().get(0).getStartRowIndex();
            List<String> last = cells(sheet.getRow(header + 2_500));

            assertThat(sheet.getLastRowNum()).isEqualTo(header + 2_500);
            assertThat(last).isEqualTo(cells(sheet.getRow(header + 1))).contains("2.675 [0.00]");
            assertThat(cells(sheet.getRow(header + 1_000))).isEqualTo(last);
            assertThat(sheet.getTables().get(0).getEndRowIndex()).isEqualTo(header + 2_500);
            assertThat(book.getSheet("next").getTables()).hasSize(1);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(
                cell.getCellType() == CellType.NUMERIC
                        ? cell.getNumericCellValue() + " ["
                                + cell.getCellStyle().getDataFormatString() + "]"
                        : cell.getStringCellValue()));
        return cells;
    }

    @Test
    void workbookSaysItsTitlePublisherAndTheDayOfItsRelease() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(Samples.hours()))) {
            var properties = book.getProperties().getCoreProperties();
            Instant day = Instant.parse("2026-11-17T00:00:00Z");

            assertThat(properties.getTitle()).isEqualTo(SURVEY.title().in("nb"));
            assertThat(properties.getCreator())
                    .isEqualTo(SURVEY.about().publisher().in("nb"));
            assertThat(properties.getCreated().toInstant()).isEqualTo(day);
            assertThat(properties.getModified().toInstant()).isEqualTo(day);
        }
    }

    @Test
    void tablesOfAWorkbookHaveNamesOfTheirOwn() throws Exception {
        try (XSSFWorkbook book = workbook(List.of(named("notes"), named("contents"), named("a-b")))) {
            List<String> names = new ArrayList<>();
            book.sheetIterator()
                    .forEachRemaining(
                            sheet -> ((XSSFSheet) sheet).getTables().forEach(one -> names.add(one.getName())));

            assertThat(names).containsExactly("contents", "notes", "t_notes", "t_contents", "t_a_b");
        }
    }

    @Test
    void textsThatLookLikeFormulasStayText() throws Exception {
        TrendTable table = Samples.withLabels(
                Samples.trust("=1+1", 70), Map.of("item:tillit.tv", Text.of("nb", "=HYPERLINK(\"x\")")));
        try (XSSFWorkbook book = workbook(List.of(table))) {
            assertThat(book.getSheet("tillit").getRow(0).getCell(0).getCellType())
                    .isEqualTo(CellType.STRING);
            assertThat(book.getSheet("tillit").getRow(3).getCell(0).getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }

    @Test
    void jsonStatHoldsEveryFigureAtItsPlaceInTheCube() {
        JsonNode cube = Json.MAPPER.readTree(JsonStat.of(SURVEY, Samples.trust("Tillit", 70)));
        List<String> ids = texts(cube.get("id"));
        long cells = 1;
        for (JsonNode size : cube.get("size")) {
            cells *= size.asLong();
        }

        assertThat(ids).containsExactly("question", "item", "answer", "group", "measure", "base", "wave", "statistic");
        assertThat(texts(cube.at("/dimension/statistic/category/index")))
                .containsExactly("value", "std_error", "base", "effective_base");
        assertThat(cells).isEqualTo(2 * 2 * 2 * 3 * 4);
        assertThat(cube.get("value").get("0").asDouble()).isEqualTo(61.25);
        // men in 2023 are missing, men in 2025 are the last cells but those of the items that follow
        assertThat(cube.get("status").properties().stream()
                        .map(Map.Entry::getValue)
                        .map(JsonNode::asString))
                .containsExactly("m", "p", "p");
        assertThat(cube.at("/dimension/group/category/label/kjonn.menn").asString())
                .isEqualTo("Kjønn: Menn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void everyColumnIsExplained(String language) {
        Words words = Words.in(language);

        assertThat(TidyCsv.COLUMNS)
                .allSatisfy(column -> assertThat(words.get("column." + column)).isNotBlank());
    }

    @Test
    void languagesHaveTheSameWordsForFormats() throws Exception {
        assertThat(keys("nn")).isEqualTo(keys("nb"));
        assertThat(keys("en")).isEqualTo(keys("nb"));
    }

    @Test
    void knownLicencesHaveAnAddress() {
        assertThat(Licence.of("CC BY 4.0")).contains(Licence.CC_BY_4_0);
        assertThat(Licence.of("NLOD 2.0")).contains(Licence.NLOD_2_0);
        assertThat(Licence.of("All rights reserved")).isEmpty();
    }

    private static TreeSet<Object> keys(String language) throws Exception {
        java.util.Properties words = new java.util.Properties();
        try (var in = FormatsTest.class.getResourceAsStream("/site/formats." + language + ".properties")) {
            words.load(in);
        }
        return new TreeSet<>(words.keySet());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new java.util.ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static XSSFWorkbook workbook(List<TrendTable> tables) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(Workbook.of(SURVEY, tables, STAMP)));
    }

    private static TrendTable named(String id) {
        TrendTable table = Samples.hours();
        return Samples.like(table, id, table.waves(), table.rows(), table.estimates(), table.breaks());
    }

    private static TrendTable withUncertainty() {
        TrendTable table = Samples.hours();
        Estimate.Row row = table.rows().get(0);
        return table.with(
                table.labels(),
                List.of(
                        new Estimate(
                                row,
                                Samples.W2024,
                                2.675,
                                0.1,
                                2.5,
                                2.85,
                                900.0,
                                800.0,
                                null,
                                null,
                                "",
                                "",
                                "weighted",
                                "x"),
                        new Estimate(
                                row,
                                Samples.W2025,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "",
                                "C",
                                "weighted",
                                "x")));
    }
}
