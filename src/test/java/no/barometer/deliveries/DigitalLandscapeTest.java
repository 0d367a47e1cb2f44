package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A print-out of a hundred stacked tables in one csv. */
final class DigitalLandscapeTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("digital-landscape-2012", temp);
    }

    @Test
    void readsEveryFile() {
        assertThat(published.status()).isZero();
        assertThat(published.problems()).isEmpty();
    }

    @Test
    void readsTheFirstTable() {
        Map<String, String> male = published.estimate("digital-landscape", "sq2-gender", "answer=male", "group=total");
        assertThat(male).containsEntry("value", "48").containsEntry("base", "1298");
        assertThat(published.value("digital-landscape", "sq2-gender", "answer=female", "group=total"))
                .isEqualTo(52);
    }

    @Test
    void takesMeansForMeansAndNoSumsAtAll() {
        assertThat(published.estimate("digital-landscape", "dage-age", "measure=mean", "group=total"))
                .containsEntry("value", "45.89");
        assertThat(published.table("digital-landscape", "dage-age"))
                .extracting(row -> row.get("measure"))
                .containsOnly("share", "mean");
    }

    @Test
    void publishesEveryTableOnce() {
        // four of the hundred stand twice: age, SEG, gender and working status
        assertThat(Published.csv(published.output().resolve("latest/tables.csv")))
                .hasSize(96);
    }
}
