package no.barometer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
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
        Map<String, String> made = portable();
        if (System.getProperty("golden.update") != null) {
            Disk.delete(EXPECTED);
            for (Map.Entry<String, String> file : made.entrySet()) {
                Files.createDirectories(EXPECTED.resolve(file.getKey()).getParent());
                Files.writeString(EXPECTED.resolve(file.getKey()), file.getValue());
            }
        }

        compare(made);
    }

    @Test
    void localeAndTimeZoneOfTheMachineChangeNoByte() throws Exception {
        new Publisher(output.resolve("here")).publish(Samples.edition(70));
        Map<String, String> here = PublisherTest.tree(output.resolve("here/latest"));
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

        assertThat(PublisherTest.tree(output.resolve("latest"))).isEqualTo(here);
    }

    private static void compare(Map<String, String> made) throws Exception {
        if (System.getProperty("golden.update") != null) {
            return;
        }
        Map<String, String> expected = PublisherTest.tree(EXPECTED);
        assertThat(made.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, text) -> assertThat(made.get(path)).as(path).isEqualTo(text));
    }

    private Map<String, String> portable() throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path latest = output.resolve("latest").toRealPath();
        for (String path : PublisherTest.tree(latest).keySet()) {
            // pages and PNG say what stands here once more
            if (!path.matches(".*\\.(html|png|js)")) {
                files.put(path, Files.readAllBytes(latest.resolve(path)));
            }
        }
        Map<String, String> texts = new TreeMap<>();
        Portable.of(files).forEach((path, bytes) -> texts.put(path, withoutPages(new String(bytes, UTF_8))));
        return texts;
    }

    private static String withoutPages(String text) {
        return text.replaceAll("(?s),\\s*\"pages\" : \\{.*?\\n {10}\\}", "")
                .replaceFirst("(?s),\\s*\"files\" : \\[.*?\\n  \\]", "");
    }
}
