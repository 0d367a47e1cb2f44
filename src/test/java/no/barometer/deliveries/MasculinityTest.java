package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A printed crosstab in a csv without bases, and its weighted respondents. */
final class MasculinityTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("masculinity-2018", temp);
    }

    @Test
    void readsEveryFile() {
        assertThat(published.status()).isZero();
        assertThat(published.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "very-masculine, 37.19, 37",
        "somewhat-masculine, 46.49, 46",
        "not-very-masculine, 11.03, 11",
        "not-at-all-masculine, 4.71, 5",
        "no-answer, 0.57, 1"
    })
    void publishesTheSameSharesFromBothLayouts(String answer, double weighted, double printed) {
        String[] wanted = {"answer=" + answer, "group=total"};
        assertThat(published.value("masculinity", "feels-masculine", wanted)).isCloseTo(weighted, within(0.005));
        assertThat(published.value("masculinity", "printed-feels-masculine", wanted))
                .isEqualTo(printed);
    }

    @Test
    void weighsOptionsOfAMultipleResponse() {
        assertThat(published.value("masculinity", "ideas-from", "answer=pop-culture", "group=total"))
                .isCloseTo(23.44, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        "feels-masculine, 60",
        "others-see, 60",
        "ideas-from, 72",
        "how-often, 432",
        "pays, 72",
        "heard-of-metoo, 60"
    })
    void computesWhatWasPrinted(String table, int figures) {
        Comparison comparison = Comparison.of(published, "masculinity", table, "printed-" + table);
        assertThat(comparison.figures()).isEqualTo(figures);
        assertThat(comparison.apart(0.5)).isEmpty();
    }

    @Test
    void withholdsWhatThePublisherLeftBlank() {
        assertThat(published.estimates("masculinity", "printed-heard-of-metoo", "conf_status=C"))
                .hasSize(10)
                .allSatisfy(row -> assertThat(row.get("value")).isEmpty())
                .extracting(row -> row.get("group"))
                .containsOnly("18-34", "gay-bisexual");
    }
}
