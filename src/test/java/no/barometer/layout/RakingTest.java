package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Calibration;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raked weights against R's survey package ({@code src/test/oracle/rake.R} wrote them), and what must hold of them. */
class RakingTest {
    private static final Path CASES = Path.of("src/test/resources/oracle/rake");
    private static final int WEIGHT = 4;
    private static final int RAKED = 5;

    @TempDir
    Path folder;

    private static List<String> lines(String id) throws IOException {
        return Files.readAllLines(CASES.resolve(id + ".csv"));
    }

    private static CrossTable weighed(Survey survey, Path file) {
        Weighing weighing = Layouts.weigh(survey, survey.deliveries().get(0), file, "r.csv", Map.of(), Bounds.DEFAULT);
        assertThat(weighing.rejected()).isFalse();
        return weighing.tables().get("2020");
    }

    private CrossTable weighed(String id, List<String> rows) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines(id).get(0)));
        all.addAll(rows);
        return weighed(Definitions.read(CASES, id), Files.write(folder.resolve("r.csv"), all));
    }

    private static double factor(CrossTable table, Factors factors, String[] cells, List<String> header) {
        int cell = table.axes().stream()
                .mapToInt(axis -> axis.stride() * axis.index(cells[header.indexOf(axis.breakdown())]))
                .sum();
        return factors.of(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-shares", "two-orders", "three-totals", "three-orders", "three-few"})
    void weightsAreThoseOfR(String id) throws IOException {
        List<String> lines = lines(id);
        CrossTable table = weighed(id, lines.subList(1, lines.size()));
        CrossTable.Raked raked = table.rake("2020");
        assertThat(raked.failure()).isEmpty();
        List<String> header = List.of(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double expected = Double.parseDouble(cells[RAKED]);
            Weight weight = Weight.of(Fixed.shortest(Double.parseDouble(cells[WEIGHT])));
            assertThat(weight.times(factor(table, raked.factors(), cells, header))
                            .value())
                    .as(line)
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void tellsKishsDesignEffectOfTheRakedWeightsAndTheirFactors() throws IOException {
        List<String> lines = lines("three-orders");
        Calibration calibration = weighed("three-orders", lines.subList(1, lines.size()))
                .rake("2020")
                .calibration();
        List<String[]> rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.split(","))
                .toList();
        double sum =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[RAKED])).sum();
        double start = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row[WEIGHT]))
                .sum();
        double squares = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row[RAKED]))
                .map(w -> w * w)
                .sum();
        double[] factors = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row[RAKED]) / Double.parseDouble(row[WEIGHT]) * start / sum)
                .sorted()
                .toArray();
        assertThat(calibration.deff()).isCloseTo(rows.size() * squares / (sum * sum), within(1e-9));
        assertThat(calibration.smallest()).isCloseTo(factors[0], within(1e-9 * factors[0]));
        assertThat(calibration.largest()).isCloseTo(factors[factors.length - 1], within(1e-9 * factors[0]));
        assertThat(calibration.rounds()).isBetween(2, 99);
        assertThat(calibration.move()).isBetween(0.0, 1e-7);
        assertThat(calibration.margins()).containsExactly("gender", "age", "region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-orders", "three-totals"})
    void neitherOrderOfRowsNorSplitFilesChangeABit(String id) throws IOException {
        List<String> rows = new ArrayList<>(lines(id));
        rows.remove(0);
        CrossTable.Raked expected = weighed(id, rows).rake("2020");
        for (long seed = 1; seed < 4; seed++) {
            Collections.shuffle(rows, new Random(seed));
            int cut = 1 + new Random(seed).nextInt(rows.size() - 1);
            CrossTable parts = weighed(id, rows.subList(cut, rows.size()));
            parts.add(weighed(id, rows.subList(0, cut)));
            CrossTable.Raked found = parts.rake("2020");
            assertThat(found.factors().byCell()).isEqualTo(expected.factors().byCell());
            assertThat(found.calibration()).isEqualTo(expected.calibration());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-orders", "three-orders"})
    void weightsOfAnotherScaleAreRakedToShareAlike(String id) throws IOException {
        List<String> lines = lines(id);
        List<String> rows = lines.subList(1, lines.size());
        double[] expected = weighed(id, rows).rake("2020").factors().byCell();
        List<String> scaled = rows.stream()
                .map(row -> {
                    String[] cells = row.split(",");
                    cells[WEIGHT] = Double.toString(1000 * Double.parseDouble(cells[WEIGHT]));
                    return String.join(",", cells);
                })
                .toList();
        double[] found = weighed(id, scaled).rake("2020").factors().byCell();
        IntStream.range(0, expected.length)
                .forEach(cell -> assertThat(found[cell]).isCloseTo(expected[cell], within(1e-12 * expected[cell])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-few", "three-totals"})
    void marginsAreMet(String id) throws IOException {
        List<String> lines = lines(id);
        CrossTable table = weighed(id, lines.subList(1, lines.size()));
        CrossTable.Raked raked = table.rake("2020");
        List<String> header = List.of(lines.get(0).split(","));
        for (CrossTable.Axis axis : table.axes()) {
            double[] sums = new double[axis.groups().size()];
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                sums[axis.index(cells[header.indexOf(axis.breakdown())])] +=
                        Double.parseDouble(cells[WEIGHT]) * factor(table, raked.factors(), cells, header);
            }
            double all = IntStream.range(0, sums.length)
                    .mapToDouble(i -> axis.population()[i])
                    .sum();
            for (int i = 0; i < sums.length; i++) {
                assertThat(sums[i]).isCloseTo(axis.population()[i], within(1e-5 * all));
            }
        }
    }
}
