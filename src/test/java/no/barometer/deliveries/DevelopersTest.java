package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A csv that was cut off while it was copied. */
final class DevelopersTest {
    private static final String FILE = "stackoverflow-2023-truncated.csv";

    @TempDir
    private Path temp;

    @Test
    void rejectsTheFileForItsLastRecordOnly() {
        Published published = Published.of("damaged", temp);
        assertThat(published.status()).isEqualTo(3);
        assertThat(published.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .containsEntry("delivery", FILE)
                        .containsEntry("line", "597")
                        .containsEntry("kind", "uneven-record"));
    }

    @Test
    void checkFindsTheSameAndChangesNothing() {
        assertThat(Published.execute("check", "damaged", Published.shared("damaged"), temp))
                .isEqualTo(3);
        assertThat(temp.resolve("output")).doesNotExist();
    }

    @Test
    void countsLanguagesOfTheWholeRecords() throws IOException {
        Path whole = Files.createDirectories(temp.resolve("input")).resolve(FILE);
        String text = Files.readString(Published.shared("damaged").resolve(FILE), StandardCharsets.UTF_8);
        Files.writeString(whole, text.substring(0, text.lastIndexOf('\n') + 1));
        Published published = Published.of("damaged", whole.getParent(), temp);
        Map<String, String> python = published.estimate("developers", "languages", "answer=python");
        assertThat(python).containsEntry("base", "587");
        assertThat(python.get("source")).contains("595 respondents");
        assertThat(Double.parseDouble(python.get("value")) / 100 * 587).isCloseTo(270, within(0.001));
    }
}
