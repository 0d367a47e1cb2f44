package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a release; {@code -Dgolden.update} rewrites what is expected, to be read before it is committed. */
class GoldenReleaseTest {
    private static final Path EXPECTED = Path.of("src/test/resources/golden-release");

    @TempDir
    Path output;

    @Test
    void releaseIsTheSameByteForByte() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Map<String, String> made = PublisherTest.tree(output.resolve("latest"));
        if (System.getProperty("golden.update") != null) {
            Disk.delete(EXPECTED);
            for (String path : made.keySet()) {
                Files.createDirectories(EXPECTED.resolve(path).getParent());
                Files.copy(output.resolve("latest").resolve(path), EXPECTED.resolve(path));
            }
        }

        assertThat(made).isEqualTo(PublisherTest.tree(EXPECTED));
    }

    @Test
    void localeAndTimeZoneOfTheMachineChangeNoByte() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            new Publisher(output).publish(Samples.edition(70));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(PublisherTest.tree(output.resolve("latest"))).isEqualTo(PublisherTest.tree(EXPECTED));
    }
}
