package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Block;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals and covariances against R's survey package; {@code src/test/oracle/totals.R} wrote the figures. */
class TotalsOracleTest {
    private static final Path CASES = Path.of("src/test/resources/oracle/totals");

    @ParameterizedTest
    @ValueSource(
            strings = {"lonely", "orders", "clusters", "weights", "tiny", "strata", "finite", "register", "turnover"})
    void totalsAndCovariancesAreThoseOfR(String id) throws IOException {
        Map<List<String>, Totals> totals = totals(id);
        Set<List<String>> met = new HashSet<>();
        for (Expected expected : expected(id)) {
            Totals one = totals.get(expected.key());
            assertThat(one).as("%s", expected.key()).isNotNull();
            met.add(expected.key());
            double scale = Math.abs(expected.value());
            if (expected.quantity().equals("covariance")) {
                // a covariance may be all but zero beside the two variances
                double i = one.covariance(part(one, expected.i()), part(one, expected.i()));
                double j = one.covariance(part(one, expected.j()), part(one, expected.j()));
                scale = Math.max(scale, 1e-3 * Math.sqrt(i * j));
            } else if (expected.quantity().startsWith("variance")) {
                // nor is a variance of zero, as within one PSU, met to its last digits
                boolean asked = expected.quantity().endsWith("asked");
                scale = Math.max(scale, 1e-5 * variance(one, part(one, expected.i()), asked, true));
            }
            assertThat(actual(one, expected))
                    .as("%s", expected)
                    .isCloseTo(expected.value(), within(scale * 1e-9 + Double.MIN_NORMAL));
        }
        assertThat(met).isEqualTo(totals.keySet());
    }

    @Test
    void everyCaseIsTested() throws IOException {
        try (var files = Files.list(CASES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml"))).hasSize(9);
        }
    }

    private record Expected(List<String> key, String quantity, String i, String j, double value) {}

    private static List<Expected> expected(String id) throws IOException {
        List<Expected> all = new ArrayList<>();
        List<String> lines = Files.readAllLines(CASES.resolve(id + ".expected.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            List<String> key = List.of(cells[0], cells[1], cells[2], cells[3], cells[4]);
            all.add(new Expected(key, cells[5], cells[6], cells[7], Double.parseDouble(cells[8])));
        }
        return all;
    }

    private static Map<List<String>, Totals> totals(String id) {
        Survey survey = Definitions.read(CASES, id);
        Block block = survey.deliveries().get(0);
        Reading reading =
                Layouts.read(survey, block, CASES.resolve(id + ".csv"), id + ".csv", Map.of(), Bounds.DEFAULT);
        assertThat(reading.rejected()).as("%s", reading.problems()).isFalse();
        Map<List<String>, Totals> totals = new HashMap<>();
        reading.tallies().forEach((wave, tally) -> {
            Map<String, Double> population = Layouts.design(survey, block).population();
            for (Totals one : new Reduction(tally, wave, population).totals()) {
                totals.put(List.of(wave, one.question(), one.option(), one.breakdown(), one.group()), one);
            }
        });
        return totals;
    }

    private static int part(Totals totals, String id) {
        int part = totals.parts().indexOf(id);
        assertThat(part).as("part %s of %s", id, totals.parts()).isNotNegative();
        return part;
    }

    private static double actual(Totals totals, Expected expected) {
        return switch (expected.quantity()) {
            case "total" -> totals.total()[part(totals, expected.i())];
            case "n" -> totals.n()[part(totals, expected.i())];
            case "covariance" -> totals.covariance(part(totals, expected.i()), part(totals, expected.j()));
            case "df-valid" -> totals.dfValid();
            case "df-asked" -> totals.dfAsked();
            case "kish" -> kish(totals);
            case "estimate-valid" -> estimate(totals, part(totals, expected.i()), false);
            case "estimate-asked" -> estimate(totals, part(totals, expected.i()), true);
            case "variance-valid" -> variance(totals, part(totals, expected.i()), false, false);
            case "variance-asked" -> variance(totals, part(totals, expected.i()), true, false);
            default -> throw new IllegalArgumentException(expected.quantity());
        };
    }

    private static double kish(Totals totals) {
        double weight = 0;
        double squares = 0;
        for (int i = totals.number() ? 1 : 0; i < totals.parts().size(); i++) {
            weight += totals.valid()[i] ? totals.total()[i] : 0;
            squares += totals.valid()[i] ? totals.squares()[i] : 0;
        }
        return weight * weight / squares;
    }

    private static double base(Totals totals, boolean asked) {
        double base = 0;
        for (int i = totals.number() ? 1 : 0; i < totals.parts().size(); i++) {
            base += asked || totals.valid()[i] ? totals.total()[i] : 0;
        }
        return base;
    }

    private static double estimate(Totals totals, int part, boolean asked) {
        return totals.total()[part] / base(totals, asked);
    }

    /** The delta method: {@code (y-p)' V (y-p) / (1'T)^2}; or the sum of its terms' sizes. */
    private static double variance(Totals totals, int part, boolean asked, boolean sizes) {
        double p = estimate(totals, part, asked);
        int k = totals.parts().size();
        double[] gradient = new double[k];
        for (int i = 0; i < k; i++) {
            boolean inBase = (asked || totals.valid()[i]) && !(totals.number() && i == 0);
            gradient[i] = (i == part ? 1 : 0) - (inBase ? p : 0);
        }
        double v = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double term = gradient[i] * totals.covariance(i, j) * gradient[j];
                v += sizes ? Math.abs(term) : term;
            }
        }
        double base = base(totals, asked);
        return v / (base * base);
    }
}
