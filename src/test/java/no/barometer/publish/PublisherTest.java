package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    Path output;

    @Test
    void firstReleaseIsNamedByPeriodAndLinked() throws Exception {
        Published published = new Publisher(output).publish(Samples.edition(70));

        assertThat(published.release()).isEqualTo("2026-11");
        assertThat(published.made()).isTrue();
        assertThat(published.changedTables()).containsExactly("tillit/tillit", "tillit/timer");
        assertThat(published.revisions()).isEmpty();
        assertThat(Files.readSymbolicLink(output.resolve("latest"))).hasToString("releases/2026-11");
        assertThat(output.resolve("latest/tillit/tillit.wide.csv")).exists();
    }
}
