package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.barometer.job.Folder;
import no.barometer.survey.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure, error, interval, change and p-value of designs that hurt against R's survey package, from the files on, before
 * anything is withheld; {@code src/test/oracle/estimates.R} and {@code calibrated.R} wrote the figures.
 */
class EstimatesOracleTest {
    private static final Path CASES = Path.of("src/test/resources/oracle/estimates");
    private static final double MOST = 1e-9;
    /** Largest relative difference by R's function. */
    private static final Map<String, Double> LARGEST = new TreeMap<>();

    static Stream<String> cases() {
        return Stream.of(
                "beta",
                "clusters",
                "finite",
                "lonely",
                "orders",
                "panel-id",
                "panel-plain",
                "panel-psu",
                "plain",
                "printed",
                "rake-three",
                "rake-two",
                "register",
                "strata",
                "unnested",
                "weights",
                "employment");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figuresAreThoseOfR(String id) throws IOException {
        Map<List<String>, Draft> drafts = drafts(id);
        List<String> different = new ArrayList<>();
        List<Map<String, String>> expected = lines(id + ".csv");
        for (Map<String, String> line : expected) {
            Draft draft = drafts.get(key(line));
            if (draft == null) {
                different.add("no figure of " + line);
            } else {
                new Compared(line, different).with(draft);
            }
        }
        assertThat(different).isEmpty();
        assertThat(drafts).hasSameSizeAs(expected);
    }

    static Stream<String> casesWithReliability() {
        return cases().filter(id -> Files.exists(CASES.resolve("expected").resolve(id + ".reliability.csv")));
    }

    @ParameterizedTest
    @MethodSource("casesWithReliability")
    void reliabilityIsThatOfTheOrderedRules(String id) throws IOException {
        Map<List<String>, Draft> drafts = drafts(id);
        for (Map<String, String> line : lines(id + ".reliability.csv")) {
            Draft draft = drafts.get(key(line));
            assertThat(draft).as("%s", line).isNotNull();
            assertThat(outcome(draft, Rules.Reliability.NCHS)).as("%s", line).isEqualTo(line.get("nchs"));
            assertThat(outcome(draft, Rules.Reliability.STATISTICS_CANADA))
                    .as("%s", line)
                    .isEqualTo(line.get("statistics_canada"));
        }
    }

    private static String outcome(Draft draft, Rules.Reliability rule) {
        Ratio ratio = draft.figure().ratio();
        assertThat(ratio).isNotNull();
        Rules rules = new Rules(Rules.Interval.LOGIT, rule, 40, 0);
        return switch (Reliability.of(ratio, draft.figure().estimand(), rules)) {
            case SHOWN -> "shown";
            case FLAGGED -> "u";
            case WITHHELD -> "withheld";
        };
    }

    @AfterAll
    static void tell() {
        LARGEST.forEach((function, difference) ->
                System.out.printf(Locale.ROOT, "%-20s largest relative difference %.1e%n", function, difference));
    }

    /** One line of R's beside the figure it is of. */
    private record Compared(Map<String, String> line, List<String> different) {

        void with(Draft draft) {
            Estimate estimate = draft.estimate(true);
            Ratio ratio = draft.figure().ratio();
            Change change = draft.change();
            double value = number("value");
            String notes = line.getOrDefault("method_notes", "");
            String mean = first(notes, "svyratio", "approximate", "svymean");
            String interval =
                    first(notes, "binom.test", "svyciprop:beta", "svyciprop:xlogit", "confint", "approximate");
            same(mean, "value", estimate.value(), 0);
            same(mean + " SE", "std_error", estimate.stdError(), 0);
            same(interval, "ci_low", estimate.ciLow(), 0);
            same(interval, "ci_high", estimate.ciHigh(), 0);
            same("degf", "df", ratio == null ? null : Double.valueOf(ratio.df()), 0);
            same("base", "base", estimate.base(), 0);
            same("effective base", "effective_base", estimate.effectiveBase(), 0);
            // a difference has the digits of what it is a difference of
            same("change", "change", estimate.change(), Math.abs(value) + Math.abs(value - number("change")));
            same("svyttest", "change_p_raw", change == null ? null : change.pValue(), 0);
            same("p.adjust", "change_p_value", estimate.changePValue(), 0);
        }

        private static String first(String notes, String... functions) {
            return Stream.of(functions).filter(notes::contains).findFirst().orElse("");
        }

        private double number(String column) {
            String text = line.getOrDefault(column, "");
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        }

        private void same(String function, String column, @Nullable Double actual, double scale) {
            String text = line.getOrDefault(column, "");
            if (text.isEmpty() || actual == null) {
                if (text.isEmpty() != (actual == null)) {
                    different.add(column + " is " + actual + " in " + line);
                }
                return;
            }
            double expected = Double.parseDouble(text);
            double most = Math.max(scale, Math.abs(expected));
            double difference = actual == expected ? 0 : Math.abs(actual - expected) / most;
            LARGEST.merge(function, difference, Math::max);
            if (!(difference <= MOST)) {
                different.add(column + " is " + actual + ", " + difference + " from " + line);
            }
        }
    }

    private static List<String> key(Map<String, String> line) {
        return Stream.of("table", "wave", "question", "item", "answer", "breakdown", "group", "measure", "base_kind")
                .map(column -> line.getOrDefault(column, ""))
                .toList();
    }

    private static Map<List<String>, Draft> drafts(String id) {
        Map<List<String>, Draft> drafts = new HashMap<>();
        for (TrendTables.Product product : TrendTables.products(Folder.read(CASES, id)).stream()
                .map(Changes::adjusted)
                .toList()) {
            for (Draft one : product.rows().stream().flatMap(List::stream).toList()) {
                Estimate.Row row = one.row();
                List<String> key = List.of(
                        product.table().id(),
                        one.wave().id(),
                        row.question(),
                        row.item(),
                        row.answer(),
                        row.breakdown(),
                        row.group(),
                        row.measure(),
                        row.baseKind());
                drafts.put(key, one);
            }
        }
        return drafts;
    }

    private static List<Map<String, String>> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(CASES.resolve("expected").resolve(file));
        List<String> header = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> named = new TreeMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        named.put(header.get(i), cells[i]);
                    }
                    return named;
                })
                .toList();
    }
}
