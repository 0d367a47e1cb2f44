package no.barometer.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worst of each kind through the real process in 512 MB of heap: it ends, with a reading or the fault of the bound that
 * was passed. Seconds, processor time and the most memory of the process are printed.
 */
@Tag("full-round")
class GiantsTest {
    private static final String DEFINITION = """
            survey: s
            title: {nb: Svar}
            deliveries:
              - {files: "giant*", layout: microdata, wave: 2020}
            questions:
              q: {column: q, scale: 1-5}
            """;

    @TempDir
    Path folder;

    /** @param said what is printed where it ends with a fault, or {@code read} */
    private record Giant(String name, Content content, int exit, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Content {
        void write(Path file) throws IOException;
    }

    static Stream<Giant> giants() {
        return Stream.of(
                new Giant("giant-packed-sheet.xlsx", Giants::packedSheet, 3, "(bounds.ratio)"),
                new Giant("giant-overlapping-parts.xlsx", Giants::overlappingParts, 3, "(bounds.expanded)"),
                new Giant("giant-nested-archives.xlsx", Giants::nestedArchives, 3, "a zip archive"),
                new Giant("giant-billion-laughs.xlsx", Giants::billionLaughs, 3, "a document type or an entity"),
                new Giant("giant-all-rows.xlsx", Giants::allRows, 0, "1 delivery checked, 0 would be rejected"),
                new Giant("giant-shared-strings.xlsx", Giants::sharedStrings, 3, "(bounds.strings)"),
                new Giant("giant-long-line.csv", Giants::longLine, 3, "(bounds.record)"),
                new Giant("giant-open-quote.csv", Giants::openQuote, 3, "(bounds.record)"),
                new Giant("giant-packed-text.csv.gz", Giants::packedText, 3, "(bounds.rows)"),
                new Giant("giant-many-cells.xls", Giants::manyCells, 3, "The column \"q\" is missing"),
                new Giant("aliases.yaml", Giants::nestedAliases, 2, "jobs/aliases.yaml"));
    }

    @ParameterizedTest
    @MethodSource("giants")
    void endsInBoundedTimeAndMemory(Giant giant) throws Exception {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(jobs.resolve("s.yaml"), DEFINITION);
        Path file = (giant.name().endsWith(".yaml") ? jobs : input).resolve(giant.name());
        giant.content().write(file);
        Path log = folder.resolve("log.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "no.barometer.Barometer",
                        "check",
                        "--jobs",
                        jobs.toString(),
                        "--input",
                        input.toString(),
                        "--output",
                        folder.resolve("output").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        Duration worked = Duration.ZERO;
        try {
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, memory(process.pid()));
                worked = process.info().totalCpuDuration().orElse(worked);
                assertThat(System.nanoTime() - start).as("it ends").isLessThan(900_000_000_000L);
            }
        } finally {
            process.destroyForcibly();
        }
        System.out.printf(
                "giant: %-28s %4d MB, %5.1f s (%5.1f s of processor), %4d MB of memory%n",
                giant.name(),
                Files.size(file) >> 20,
                (System.nanoTime() - start) / 1e9,
                worked.toMillis() / 1e3,
                peak >> 10);
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(giant.exit());
        assertThat(Files.readString(log)).contains(giant.said()).doesNotContain("OutOfMemory", "Exception");
    }

    /** The most memory that a process had so far, in kilobytes; 0 where the system does not say. */
    private static long memory(long process) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/" + process + "/status"));
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException noSuchSystem) {
            return 0;
        }
    }
}
