package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Definitions;
import no.barometer.survey.Slug;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Shares and standard errors of generated respondents against R's, as {@code src/bench/oracle.sh} gives the files: {@code
 * -Doracle.data} a csv or xlsx, {@code -Doracle.figures} R's figures of it, gzipped.
 */
@EnabledIfSystemProperty(named = "oracle.data", matches = ".+")
class BenchOracleTest {
    @Test
    void sharesAndStandardErrorsAreThoseOfR() throws IOException {
        Map<List<String>, Totals> totals = totals(Path.of(System.getProperty("oracle.data")));
        double share = 0;
        double error = 0;
        int compared = 0;
        Path figures = Path.of(System.getProperty("oracle.figures"));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(figures)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.replace("\"", "").split(",", -1);
                String group = cells[2].equals("total") ? "total" : Slug.of(cells[3]);
                Totals one = totals.get(List.of(cells[0], cells[1], cells[2], group));
                assertThat(one).as(line).isNotNull();
                int part = one.parts().indexOf(cells[4]);
                assertThat(one.n()[part]).as(line).isEqualTo(Long.parseLong(cells[5]));
                double base = 0;
                for (int i = 0; i < one.parts().size(); i++) {
                    base += one.valid()[i] ? one.total()[i] : 0;
                }
                double p = one.total()[part] / base;
                share = Math.max(share, difference(100 * p, cells[9]));
                error = Math.max(error, difference(100 * Math.sqrt(variance(one, part, p)) / base, cells[10]));
                compared++;
            }
        }
        System.out.printf("%d figures; largest relative difference: share %.1e, error %.1e%n", compared, share, error);
        assertThat(compared).isEqualTo(2850);
        assertThat(share).isLessThan(1e-9);
        assertThat(error).isLessThan(1e-9);
    }

    private static Map<List<String>, Totals> totals(Path data) {
        Survey survey = Definitions.read(Path.of("src/bench/jobs"), "generated");
        Reading reading = Layouts.read(
                survey, survey.deliveries().get(0), data, data.getFileName().toString(), Map.of(), Bounds.DEFAULT);
        assertThat(reading.problems()).isEmpty();
        Map<List<String>, Totals> totals = new HashMap<>();
        reading.tallies()
                .forEach((wave, tally) -> new Reduction(tally, wave, Map.of())
                        .totals()
                        .forEach(one -> totals.put(List.of(wave, one.question(), one.breakdown(), one.group()), one)));
        return totals;
    }

    private static double variance(Totals totals, int part, double p) {
        double v = 0;
        for (int i = 0; i < totals.parts().size(); i++) {
            for (int j = 0; j < totals.parts().size(); j++) {
                v += score(totals, part, p, i) * totals.covariance(i, j) * score(totals, part, p, j);
            }
        }
        return v;
    }

    private static double score(Totals totals, int part, double p, int i) {
        return totals.valid()[i] ? (i == part ? 1 : 0) - p : 0;
    }

    private static double difference(double actual, String expected) {
        double value = Double.parseDouble(expected);
        return Math.abs(actual - value) / Math.abs(value);
    }
}
