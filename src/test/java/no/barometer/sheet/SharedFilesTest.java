package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedFilesTest {
    private static final ReadOptions BACKSLASH =
            new ReadOptions("", "", "", "\\", false, false, false, false, Bounds.DEFAULT);

    @Test
    void endsEveryWorkbookInAReadingOrAFaultWithinSeconds() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Shared.data("workbooks"))) {
            files = folder.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
        assertThat(files).hasSizeGreaterThan(300);
        Map<String, Integer> summary = new TreeMap<>();
        for (Path file : files) {
            long start = System.nanoTime();
            Reading reading = Reading.of(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(seconds).as(file.toString()).isLessThan(10);
            String outcome = (reading.whole ? "read" : "rejected")
                    + reading.kinds().stream().distinct().map(Kind::code).collect(Collectors.joining(", ", " ", ""));
            summary.merge(outcome, 1, Integer::sum);
            assertThat(reading.whole && reading.cells.isEmpty())
                    .as(file.toString())
                    .isFalse();
            assertThat(reading.whole || !reading.problems.isEmpty())
                    .as(file.toString())
                    .isTrue();
        }
        System.out.println("workbooks: " + summary);
    }

    @Test
    void readsTheWorldBanksBiff8Series() {
        Reading pak = Reading.of(Shared.data("series/pak.xls"));
        assertThat(pak.problems).isEmpty();
        assertThat(pak.text("Sheet1!D1")).isEqualTo("1961");
        assertThat(pak.cells).anySatisfy((at, cell) -> {
            assertThat(at).startsWith("Sheet1!D");
            assertThat(cell.number()).isEqualTo(5500);
        });
    }

    @Test
    void readsStrictWorkbooks() {
        Reading strict = Reading.of(Shared.data("workbooks/SampleSS.strict.xlsx"));
        assertThat(strict.problems).isEmpty();
        assertThat(strict.sheets).extracting(SheetInfo::name).contains("First Sheet");
        assertThat(strict.text("First Sheet!A1")).isEqualTo("Test spreadsheet");
    }

    @Test
    void givesACrosstabAsAGridWithItsMergedCells() {
        List<Grid> grids = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        boolean whole = Grid.read(
                Shared.data("ipsos-2016/tables.xlsx"),
                "tables.xlsx",
                ReadOptions.DEFAULT,
                sheet -> sheet.name().equals("1"),
                grids::add,
                problems::add);
        assertThat(whole).isTrue();
        assertThat(problems).isEmpty();
        assertThat(grids).hasSize(1);
        Grid sheet = grids.get(0);
        assertThat(sheet.cell(10, 2).number()).isEqualTo(1190);
        assertThat(sheet.cell(11, 2).number()).isCloseTo(0.39, within(0.005));
        assertThat(sheet.mergedAt(12, 1)).contains(new SheetInfo.Region(10, 1, 12, 1));
        assertThat(sheet.filled(12, 1)).isEqualTo(sheet.cell(10, 1));
        assertThat(sheet.cell(12, 1)).isEqualTo(Cell.BLANK);
    }

    @ParameterizedTest
    @CsvSource({
        "difi-kvalitet/oversikt2010.csv, 674, 14",
        "difi-kvalitet/oversikt2011.csv, 671, 14",
        "difi-kvalitet/oversikt2014.csv, 52, 20",
        "difi-kvalitet/resultat2014.csv, 1508, 0",
        "difi-tidstyv/tidstyv2014.csv, 1355, 0"
    })
    void readsQuotesEscapedWithABackslash(String path, int records, int fields) {
        Reading reading = Reading.of(Shared.data(path), BACKSLASH);
        assertThat(reading.problems).isEmpty();
        assertThat(reading.rows).hasSize(records + 1);
        int width = fields == 0 ? reading.fields.get(0) : fields;
        assertThat(reading.fields).containsOnly(width);
    }

    @Test
    void deliversTheRecordThatIsCutOffWithItsFields() {
        Reading reading = Reading.of(Shared.data("damaged/stackoverflow-2023-truncated.csv"));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.fields).hasSize(597);
        assertThat(reading.fields.subList(0, 596)).containsOnly(84);
        assertThat(reading.fields.get(596)).isEqualTo(77);
    }

    @Test
    void readsThePackedKeysOfATabSeparatedSeries() {
        Reading reading = Reading.of(Shared.data("series/tsdde410.tsv"));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.rows).hasSize(69);
        assertThat(reading.fields).containsOnly(21);
        assertThat(reading.text("A1")).isEqualTo("unit,geo\\time");
    }
}
