package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import no.barometer.job.Folder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a 95 % interval holds the true figure: 2 000 seeded samples of a known population for each design, through the
 * real reading, folding and estimation.
 */
@Tag("heavy")
class CoverageTest {
    private static final int BATCHES = 20;
    private static final int WAVES = 100;
    private static final String DEFINITION = """
            survey: coverage
            title: Coverage
            language: en
            reliability: off
            disclosure: off
            design: {weight: weight%s}
            deliveries:
              - {files: sample.csv, layout: microdata, wave: column wave, locale: csv}
            questions:
              trust: {column: trust, scale: 1-5}
              uses: {column: uses, answers: {1: Uses, 0: Does not}}
              hours: {column: hours, number: hours, center: 5}
            breakdowns:
              gender: {column: gender, groups: {f: Female, m: Male}}
            tables:
              trust: {measure: [share, {top: 2}, {net: [[4, 5], [1, 2]]}, mean], by: all}
              uses: {measure: {share: 1}, by: all}
              hours: {measure: mean, by: all}
            """;

    private final Country country = new Country(new SplittableRandom(20120917));

    @TempDir
    Path folder;

    /** How often the true figure was held, of how many. */
    private static final class Count {
        private final double truth;
        private int held;
        private int of;

        private Count(double truth) {
            this.truth = truth;
        }

        private double share() {
            return (double) held / of;
        }
    }

    /** Draws one sample into lines of csv. */
    private interface Draw {
        void into(String wave, SplittableRandom random, List<String> lines);
    }

    @Test
    void intervalsOfStratifiedClustersHoldTheTruthNineteenTimesInTwenty() throws IOException {
        covers("clusters", ", stratum: stratum, psu: psu", country::clusters, country.everybody());
    }

    @Test
    void intervalsOfWeightedRespondentsHoldTheTruthNineteenTimesInTwenty() throws IOException {
        covers("weights", "", country::alone, country.everybody());
    }

    @Test
    void intervalsOfAFinitePopulationHoldTheTruthNineteenTimesInTwenty() throws IOException {
        covers(
                "register",
                ", stratum: stratum, population: " + country.population(),
                country::register,
                country.registered());
    }

    private void covers(String design, String keys, Draw draw, List<Country.Person> population) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/coverage.yaml"), DEFINITION.formatted(keys));
        SplittableRandom random = new SplittableRandom(1897);
        Map<String, Count> counts = new TreeMap<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<String> lines = new ArrayList<>(List.of("wave,weight,stratum,psu,gender,trust,uses,hours"));
            for (int wave = 0; wave < WAVES; wave++) {
                draw.into(String.valueOf(1900 + wave), random, lines);
            }
            Files.write(folder.resolve("input/sample.csv"), lines);
            for (TrendTable table : TrendTables.of(Folder.read(folder, "coverage"))) {
                table.estimates().forEach(one -> count(one, population, counts));
            }
        }
        assertThat(counts).hasSize(30);
        counts.forEach((figure, count) -> {
            assertThat(count.of).as(figure).isEqualTo(BATCHES * WAVES);
            assertThat(count.share()).as("%s %s", design, figure).isBetween(.93, .97);
        });
        DoubleSummaryStatistics shares =
                counts.values().stream().mapToDouble(Count::share).summaryStatistics();
        System.out.printf(
                Locale.ROOT,
                "coverage of %d figures of %s: %.4f to %.4f, %.4f on average%n",
                counts.size(),
                design,
                shares.getMin(),
                shares.getMax(),
                shares.getAverage());
    }

    private static void count(Estimate estimate, List<Country.Person> population, Map<String, Count> counts) {
        Estimate.Row row = estimate.row();
        String figure = row.question() + " " + row.measure() + " " + row.answer() + " " + row.group();
        Count count = counts.computeIfAbsent(figure, fresh -> new Count(truth(row, population)));
        assertThat(estimate.ciLow()).isNotNull();
        assertThat(estimate.ciHigh()).isNotNull();
        count.of++;
        count.held += estimate.ciLow() <= count.truth && count.truth <= estimate.ciHigh() ? 1 : 0;
    }

    private static double truth(Estimate.Row row, List<Country.Person> population) {
        return population.stream()
                .filter(one -> row.group().equals("total")
                        || one.woman() == row.group().equals("f"))
                .mapToDouble(score(row))
                .average()
                .orElseThrow();
    }

    private static ToDoubleFunction<Country.Person> score(Estimate.Row row) {
        if (row.question().equals("hours")) {
            return Country.Person::hours;
        } else if (row.question().equals("uses")) {
            return one -> one.uses() ? 100 : 0;
        }
        return switch (row.measure()) {
            case "share" -> one -> String.valueOf(one.trust()).equals(row.answer()) ? 100 : 0;
            case "top-2" -> one -> one.trust() >= 4 ? 100 : 0;
            case "net" -> one -> one.trust() >= 4 ? 100 : one.trust() <= 2 ? -100 : 0;
            default -> Country.Person::trust;
        };
    }
}
