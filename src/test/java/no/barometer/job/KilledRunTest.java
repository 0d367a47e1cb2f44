package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the real process and runs it again: the release is that of an undisturbed run. */
class KilledRunTest {
    private static final String DEFINITION = """
            survey: s
            title: {en: S}
            design: {weight: w, stratum: h, psu: c}
            deliveries:
              - {files: "s-{wave}.csv", layout: microdata, locale: en}
            questions:
              q: {column: q, scale: 1-5}
            breakdowns:
              g: {column: g}
            """;

    @TempDir
    private Path folder;

    @Test
    void publishesTheSameBytesAfterBeingKilledAtAnyMoment() throws Exception {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/s.yaml"), DEFINITION);
        for (int wave = 2012; wave < 2020; wave++) {
            Files.writeString(folder.resolve("input/s-" + wave + ".csv"), respondents(wave));
        }
        Path undisturbed = folder.resolve("undisturbed");
        long start = System.nanoTime();
        assertThat(barometer(undisturbed).waitFor())
                .as(Files.readString(folder.resolve("log.txt")))
                .isZero();
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, String> expected = bytes(undisturbed);

        Path killed = folder.resolve("killed");
        for (double moment : new double[] {0.35, 0.6, 0.8, 0.9}) {
            Process process = barometer(killed);
            process.waitFor((long) (whole * moment), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        assertThat(barometer(killed).waitFor()).isZero();
        assertThat(bytes(killed)).isEqualTo(expected);
        assertThat(Files.readString(killed.resolve("output/latest/manifest.json")))
                .contains("\"2026-11\"");
    }

    private Process barometer(Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "no.barometer.Barometer",
                        "run",
                        "--jobs",
                        folder.resolve("jobs").toString(),
                        "--input",
                        folder.resolve("input").toString(),
                        "--output",
                        output.resolve("output").toString(),
                        "--date",
                        "2026-11-01",
                        "--period",
                        "2026-11")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    private static String respondents(int wave) {
        SplittableRandom random = new SplittableRandom(wave);
        StringBuilder text = new StringBuilder("w,h,c,g,q\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(random.nextInt(1, 5_000_000) / 1e6)
                    .append(",h")
                    .append(random.nextInt(9))
                    .append(",c")
                    .append(random.nextInt(40))
                    .append(random.nextBoolean() ? ",a," : ",b,")
                    .append(random.nextInt(1, 6))
                    .append('\n');
        }
        return text.toString();
    }

    private static Map<String, String> bytes(Path run) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path releases = run.resolve("output").resolve("releases");
        try (Stream<Path> files = Files.walk(releases)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes.put(releases.relativize(file).toString(), Inbox.hash(file));
            }
        }
        return bytes;
    }
}
