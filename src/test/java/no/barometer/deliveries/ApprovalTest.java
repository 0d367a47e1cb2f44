package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three waves of one poll in workbooks whose columns, titles and order differ. */
final class ApprovalTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("approval-2017", temp);
    }

    @Test
    void readsEveryFile() {
        assertThat(published.status()).isZero();
        assertThat(published.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2017-03, 42.354, 7128", "2017-04, 46.966, 3912", "2017-08, 40.047, 3227"})
    void readsTotalApprovalOfEveryWave(String wave, double share, String base) {
        Map<String, String> approval =
                published.estimate("approval", "approval-total", "wave=" + wave, "answer=total-approve", "group=total");
        assertThat(approval).containsEntry("base", base);
        assertThat(Double.parseDouble(approval.get("value"))).isCloseTo(share, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"2017-03, 690", "2017-04, 379", "2017-08, 272"})
    void findsTheYoungInEveryWave(String wave, String base) {
        assertThat(published.estimate("approval", "approval", "wave=" + wave, "answer=strongly-approve", "group=18-24"))
                .containsEntry("base", base);
    }
}
