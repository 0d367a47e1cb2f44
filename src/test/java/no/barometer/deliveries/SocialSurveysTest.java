package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** European and General Social Survey: empty fields are missing, the wave stands in a column. */
final class SocialSurveysTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("ess-gss", temp);
    }

    @Test
    void readsEveryFile() {
        assertThat(published.status()).isZero();
        assertThat(published.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/deliveries/ess-gss/oracle.csv", numLinesToSkip = 1)
    void agreesWithTheSurveyPackage(
            String survey,
            String table,
            String item,
            String answer,
            String group,
            String measure,
            double value,
            String base) {
        Map<String, String> estimate =
                published.estimates(survey, table, "group=" + group, "measure=" + measure).stream()
                        .filter(row -> row.get("item").equals(item == null ? "" : item))
                        .filter(row -> row.get("answer").equals(answer == null ? "" : answer))
                        .findFirst()
                        .orElseThrow();
        assertThat(estimate).containsEntry("base", base).containsEntry("period_start", "2018-01-01");
        assertThat(Double.parseDouble(estimate.get("value"))).isCloseTo(value, within(1e-6));
    }
}
