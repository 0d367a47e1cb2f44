package no.barometer.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code -Dshipped.update=true} writes {@code input/} anew; look at the difference before committing it. */
class ShippedInputTest {
    private static final Path INPUT = Path.of("input");
    private static final Path FACTS = Path.of("../shared/facts");

    /** The files that hold each survey's figures. */
    private static final Map<String, List<String>> DELIVERIES = Map.of(
            "state-agencies", List.of("ikt-i-staten-2012-2015.xlsx"),
            "municipalities", List.of("areca-kommuner-2010.xlsx", "ks-betakomm-2011.csv"),
            "enterprises", List.of("digital-agenda-scoreboard-norway.csv", "ssb-sosiale-medier-i-foretak.xlsx"),
            "enterprise-internet", List.of("ikt-i-naeringslivet-tabell-1.xls"),
            "trust-media", List.of("yougov-dinamo-tillit.csv", "edelman-trust-2011-2012.xlsx"),
            "response-rate", List.of("socialbakers-svarprosent.csv"));

    private static Map<String, byte[]> built = Map.of();

    @BeforeAll
    static void build() throws IOException {
        built = ShippedInput.files();
        if (Boolean.getBoolean("shipped.update")) {
            ShippedInput.write(INPUT);
        }
    }

    @Test
    void rebuildingGivesTheCommittedFiles() throws IOException {
        for (Map.Entry<String, byte[]> file : built.entrySet()) {
            byte[] committed = Files.readAllBytes(INPUT.resolve(file.getKey()));
            assertThat(content(file.getKey(), committed))
                    .as(file.getKey())
                    .isEqualTo(content(file.getKey(), file.getValue()));
        }
    }

    @Test
    void rebuildingGivesTheSameBytes() throws IOException {
        Map<String, byte[]> again = ShippedInput.files();
        assertThat(again.keySet()).isEqualTo(built.keySet());
        again.forEach((path, bytes) ->
                assertThat(Arrays.equals(bytes, built.get(path))).as(path).isTrue());
    }

    @Test
    void nothingTellsWhoBuiltTheFiles() throws IOException {
        for (Map.Entry<String, byte[]> file : built.entrySet()) {
            assertThat(content(file.getKey(), file.getValue()).toString())
                    .as(file.getKey())
                    .doesNotContain("<dc:creator>Apache", System.getProperty("user.dir"))
                    .doesNotContain("\u0000" + System.getProperty("user.name") + "  ");
        }
    }

    @Test
    void writesEveryFactOnce() throws IOException {
        PublishedFigures figures = new PublishedFigures();
        figures.files();
        assertThat(figures.facts().keySet()).isEqualTo(DELIVERIES.keySet());
        figures.facts()
                .forEach(
                        (survey, facts) -> assertThat(facts.unused()).as(survey).isEmpty());
    }

    @Test
    void everyFigureOfTheFactsStandsInTheBuiltFiles() throws IOException {
        assumeTrue(Files.isDirectory(FACTS) || "true".equals(System.getenv("CI")));
        for (Map.Entry<String, List<String>> survey : DELIVERIES.entrySet()) {
            List<Double> printed = new ArrayList<>();
            for (String file : survey.getValue()) {
                printed.addAll(numbers(file, built.get(file)));
            }
            for (double figure : figures(survey.getKey())) {
                assertThat(printed.remove(figure))
                        .as(survey.getKey() + " " + figure)
                        .isTrue();
            }
        }
    }

    @Test
    void everyWaveOfTheSyntheticSurveyHasThousandRespondents() throws IOException {
        Map<String, Integer> respondents = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : built.entrySet()) {
            if (file.getKey().startsWith("tillitsbarometer/")) {
                String wave = file.getKey().replaceAll("\\D+", "");
                respondents.merge(wave, rows(file.getKey(), file.getValue()) - 1, Integer::sum);
            }
        }
        assertThat(respondents)
                .hasSize(7)
                .allSatisfy((wave, count) -> assertThat(count).isEqualTo(1_000));
    }

    private static List<Double> figures(String survey) throws IOException {
        List<String> lines = Files.readAllLines(FACTS.resolve(survey + ".csv"));
        List<Double> figures = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            int first = survey.equals("enterprise-internet") ? 1 : cells.length - 1;
            for (int column = first; column < cells.length; column++) {
                figures.add(Double.valueOf(cells[column].replace(',', '.')));
            }
        }
        return figures;
    }

    private static List<Double> numbers(String name, byte[] content) throws IOException {
        List<Double> numbers = new ArrayList<>();
        if (name.endsWith(".csv")) {
            boolean norwegian = !name.startsWith("digital-agenda");
            new String(content, StandardCharsets.ISO_8859_1)
                    .lines()
                    .skip(1)
                    .flatMap(line -> Stream.of(line.split(norwegian ? ";" : ",")))
                    .filter(cell -> cell.matches("\\d+([.,]\\d+)?"))
                    .map(cell -> Double.parseDouble(cell.replace(',', '.')) * (norwegian ? 1 : 100))
                    .forEach(numbers::add);
            return numbers;
        }
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            numbers.add(cell.getNumericCellValue());
                        }
                    }
                }
            }
        }
        return numbers;
    }

    private static int rows(String name, byte[] content) throws IOException {
        if (name.endsWith(".csv")) {
            return (int) new String(content, StandardCharsets.UTF_8).lines().count();
        }
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(content))) {
            return workbook.getSheetAt(0).getPhysicalNumberOfRows();
        }
    }

    /** Workbooks part by part, since compressed bytes differ between builds of zlib. */
    private static Map<String, String> content(String name, byte[] bytes) throws IOException {
        Charset anyByte = StandardCharsets.ISO_8859_1;
        if (!name.endsWith(".xlsx")) {
            return Map.of("", new String(bytes, anyByte));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        Bytes.parts(bytes).forEach((part, content) -> parts.put(part, new String(content, anyByte)));
        return parts;
    }
}
