package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the real process in every phase of a run and runs it again: readers see the release before or the new one, both
 * whole, and the new one is byte for byte that of an undisturbed run. {@code -Dkills=200} kills so often.
 */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int ROWS = Integer.getInteger("kills.rows", 20_000);
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
    /** Phase to the line of the log with which it begins. */
    private static final Map<String, String> PHASES = phases();

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Map<String, Long> millis = new HashMap<>();
    private Map<String, String> expected = Map.of();

    private static Map<String, String> phases() {
        Map<String, String> phases = new LinkedHashMap<>();
        phases.put("start", "");
        phases.put("plan", "warehouse open");
        phases.put("receive", "step receive begins");
        phases.put("load", "step load begins");
        phases.put("load, later", "bundles loaded");
        phases.put("settle", "step settle begins");
        phases.put("estimate", "step publish begins");
        phases.put("release", "release begins");
        phases.put("record", "release 2026-11 made");
        phases.put("report", "run ended");
        return phases;
    }

    @BeforeEach
    void aReleaseStandsAndMoreWavesCome() throws Exception {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/s.yaml"), DEFINITION);
        Files.writeString(folder.resolve("input/s-2011.csv"), respondents(2011));
        assertThat(barometer("standing", "2026-10").waitFor()).as(log()).isZero();
        for (int wave = 2012; wave < 2020; wave++) {
            Files.writeString(folder.resolve("input/s-" + wave + ".csv"), respondents(wave));
        }
        copy("standing", "undisturbed");
        measure(barometer("undisturbed", "2026-11"));
        expected = bytes("undisturbed");
        assertThat(expected.keySet()).anyMatch(path -> path.startsWith("2026-11/"));
    }

    @Test
    void publishesTheSameBytesAfterBeingKilledInAnyPhase() throws Exception {
        Map<String, Integer> survived = new TreeMap<>();
        List<String> phases = new ArrayList<>(PHASES.keySet());
        for (int kill = 0; kill < KILLS; ) {
            copy("standing", "killed");
            int times = Math.min(KILLS - kill, 1 + random.nextInt(3));
            for (int i = 0; i < times; i++, kill++) {
                String phase = phases.get((kill * 3 + i) % phases.size());
                survived.merge(kill(phase), 1, Integer::sum);
                assertThat(readable("killed")).as("after a kill in " + phase).isTrue();
            }
            assertThat(barometer("killed", "2026-11").waitFor()).as(log()).isZero();
            assertThat(bytes("killed")).isEqualTo(expected);
            assertThat(Files.readSymbolicLink(folder.resolve("killed/output/latest")))
                    .hasToString("releases/2026-11");
        }
        System.out.println("kills survived by phase: " + survived);
    }

    @Test
    void stopsWithinSecondsWhenAskedToAndGoesOnFromThere() throws Exception {
        copy("standing", "killed");
        Process process = barometer("killed", "2026-11");
        while (process.isAlive() && !log().contains(PHASES.get("load"))) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log()).contains("Stopped; the next run goes on from here.");
        assertThat(readable("killed")).isTrue();
        assertThat(barometer("killed", "2026-11").waitFor()).as(log()).isZero();
        assertThat(bytes("killed")).isEqualTo(expected);
    }

    /** Kills a run at a random moment of a phase; the phase, or {@code ended} if the run was faster. */
    private String kill(String phase) throws Exception {
        Process process = barometer("killed", "2026-11");
        while (process.isAlive() && !log().contains(PHASES.get(phase))) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextLong(Math.max(2, millis.getOrDefault(phase, 50L))));
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        return alive ? phase : "ended";
    }

    /** How long each phase lasts when nobody disturbs. */
    private void measure(Process process) throws Exception {
        List<String> phases = new ArrayList<>(PHASES.keySet());
        Map<String, Long> begins = new LinkedHashMap<>();
        while (process.isAlive()) {
            String log = log();
            PHASES.forEach((phase, line) -> {
                if (log.contains(line)) {
                    begins.putIfAbsent(phase, System.nanoTime());
                }
            });
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(process.exitValue()).as(log()).isZero();
        assertThat(begins.keySet()).as(log()).containsExactlyInAnyOrderElementsOf(phases);
        for (int i = 0; i < phases.size(); i++) {
            long end = i + 1 < phases.size() ? begins.get(phases.get(i + 1)) : System.nanoTime();
            millis.put(phases.get(i), TimeUnit.NANOSECONDS.toMillis(end - begins.get(phases.get(i))));
        }
    }

    private Process barometer(String name, String period) throws IOException {
        Files.deleteIfExists(folder.resolve("log.txt"));
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
                        folder.resolve(name).resolve("output").toString(),
                        "--set",
                        "log.level=INFO",
                        "--date",
                        "2026-11-01",
                        "--period",
                        period)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    private String log() throws IOException {
        Path log = folder.resolve("log.txt");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static String respondents(int wave) {
        SplittableRandom random = new SplittableRandom(wave);
        StringBuilder text = new StringBuilder("w,h,c,g,q\n");
        for (int i = 0; i < ROWS; i++) {
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

    /** Whether what readers find is whole: every file of the manifest with its hash. */
    private boolean readable(String name) throws IOException {
        Path latest = folder.resolve(name).resolve("output/latest").toRealPath();
        JsonNode manifest = JsonMapper.shared().readTree(latest.resolve("manifest.json"));
        for (JsonNode file : manifest.get("files")) {
            if (!Inbox.hash(latest.resolve(file.get("path").stringValue()))
                    .equals(file.get("sha256").stringValue())) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> bytes(String name) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path releases = folder.resolve(name).resolve("output").resolve("releases");
        try (Stream<Path> files = Files.walk(releases)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes.put(releases.relativize(file).toString(), Inbox.hash(file));
            }
        }
        return bytes;
    }

    /** A copy of an output folder and its warehouse, in place of an older one. */
    private void copy(String from, String to) throws IOException {
        Path source = folder.resolve(from);
        Path target = folder.resolve(to);
        if (Files.exists(target)) {
            try (Stream<Path> old = Files.walk(target)) {
                for (Path path : (Iterable<Path>) old.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(
                        path,
                        target.resolve(source.relativize(path).toString()),
                        java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
