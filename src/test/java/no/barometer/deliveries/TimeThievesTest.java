package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of time thieves: true and false columns as one multiple-response question, long free text between. */
final class TimeThievesTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("difi-tidstyv", temp);
    }

    @Test
    void countsEveryReportOnce() {
        assertThat(published.status()).isZero();
        Map<String, String> rules =
                published.estimate("time-thieves", "problem", "answer=regelverk", "breakdown=total");
        assertThat(rules).containsEntry("base", "1355");
        double share = Double.parseDouble(rules.get("value"));
        assertThat(share).isCloseTo(41.85, within(0.005));
        assertThat(share / 100 * 1355).isCloseTo(567, within(0.001));
    }

    @Test
    void readsOptionsWhoseColumnsHaveNorwegianLetters() {
        double share = published.value("time-thieves", "problem", "answer=it-losning", "breakdown=total");
        assertThat(share / 100 * 1355).isCloseTo(324, within(0.001));
    }

    @Test
    void splitsTheReportsByMinistry() {
        assertThat(published.estimate("time-thieves", "problem", "answer=regelverk", "group=kunnskapsdepartementet"))
                .containsEntry("base", "314");
    }
}
