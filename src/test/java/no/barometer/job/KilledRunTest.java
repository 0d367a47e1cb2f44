package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.barometer.warehouse.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the real process in every phase of a run and runs it again: readers see the release before or the new one, both
 * whole, and the new one is byte for byte that of an undisturbed run. {@code -Dkills=200} kills so often.
 */
@Tag("heavy")
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("kills", 10);
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

    private final SplittableRandom random = new SplittableRandom(Long.getLong("kills.seed", 5));
    private final Map<String, Long> nanos = new LinkedHashMap<>();
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
        Files.createDirectories(folder.resolve("first"));
        Files.writeString(folder.resolve("jobs/s.yaml"), DEFINITION);
        for (int wave = 2011; wave < 2020; wave++) {
            Files.writeString(folder.resolve("input/s-" + wave + ".csv"), respondents(wave));
        }
        Files.copy(
                folder.resolve("input/s-2011.csv"),
                folder.resolve("first/s-2011.csv"),
                StandardCopyOption.COPY_ATTRIBUTES);
        stand();
        copy("standing", "undisturbed");
        Watched undisturbed = barometer("undisturbed").end();
        assertThat(undisturbed.status()).as(undisturbed.said()).isZero();
        nanos.putAll(undisturbed.durations());
        assertThat(nanos.keySet()).as(undisturbed.said()).containsExactlyElementsOf(PHASES.keySet());
        expected = bytes("undisturbed");
        assertThat(expected.keySet()).anyMatch(path -> path.startsWith("2026-11/"));
    }

    @Test
    void publishesTheSameBytesAfterBeingKilledInAnyPhase() throws Exception {
        Map<String, Integer> survived = new LinkedHashMap<>();
        PHASES.keySet().forEach(phase -> survived.put(phase, 0));
        int kills = 0;
        int tooLate = 0;
        while (kills < KILLS) {
            assertThat(tooLate).as("runs that ended before they were killed").isLessThan(20 + 2 * KILLS);
            fresh();
            for (int times = 1 + random.nextInt(3); times > 0 && kills < KILLS; times--) {
                String aim = Collections.min(survived.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
                Optional<String> hit = kill(aim);
                hit.ifPresent(phase -> survived.merge(phase, 1, Integer::sum));
                kills += hit.isPresent() ? 1 : 0;
                tooLate += hit.isPresent() ? 0 : 1;
                assertThat(readable("killed")).as("after a kill in " + hit).isTrue();
            }
            Watched last = barometer("killed").end();
            assertThat(last.status()).as(last.said()).isZero();
            assertThat(bytes("killed")).as("after kills " + survived).isEqualTo(expected);
            assertThat(Files.readSymbolicLink(folder.resolve("killed/output/latest")))
                    .hasToString("releases/2026-11");
            System.out.println("kills survived by phase: " + survived);
        }
    }

    @Test
    void stopsWithinSecondsWhenAskedToAndGoesOnFromThere() throws Exception {
        fresh();
        Watched stopped = barometer("killed");
        stopped.await("load");
        // the process itself would close the streams it is heard by
        stopped.process.toHandle().destroy();
        assertThat(stopped.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped.end().said()).contains("Stopped; the next run goes on from here.");
        assertThat(readable("killed")).isTrue();
        Watched next = barometer("killed").end();
        assertThat(next.status()).as(next.said()).isZero();
        assertThat(bytes("killed")).isEqualTo(expected);
    }

    /**
     * Kills a run at a random moment of a phase, every other time close to its end, where what was made becomes visible; the
     * phase that it was in, or nothing if the run was faster.
     */
    private Optional<String> kill(String aim) throws Exception {
        long lasts = Math.max(1_000, nanos.getOrDefault(aim, 1_000L));
        long wait = random.nextBoolean()
                ? random.nextLong(lasts)
                : lasts - random.nextLong(Math.min(lasts, 20_000_000L)) + random.nextLong(5_000_000L);
        Watched run = barometer("killed");
        long begun = run.await(aim);
        while (System.nanoTime() - begun < wait) {
            Thread.onSpinWait();
        }
        run.process.destroyForcibly();
        run.end();
        if (run.status() == 0) {
            // the phase was shorter than the run that was timed had it: sooner next time
            nanos.merge(aim, run.durations().getOrDefault(aim, lasts), Math::min);
            return Optional.empty();
        }
        return Optional.of(run.phase());
    }

    /** A run of the real program whose lines are read as they come. */
    private static final class Watched {
        private final Process process;
        private final StringBuffer said = new StringBuffer();
        private final Map<String, Long> begun = new ConcurrentHashMap<>();
        private final Map<String, CountDownLatch> begins = new HashMap<>();
        private final Thread reader;
        private volatile long ended;

        Watched(Process process) {
            this.process = process;
            PHASES.keySet().forEach(phase -> begins.put(phase, new CountDownLatch(1)));
            begin("start");
            reader = new Thread(this::read, "reader");
            reader.start();
        }

        private void begin(String phase) {
            begun.putIfAbsent(phase, System.nanoTime());
            begins.get(phase).countDown();
        }

        private void read() {
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    for (Map.Entry<String, String> phase : PHASES.entrySet()) {
                        if (!phase.getValue().isEmpty() && line.contains(phase.getValue())) {
                            begin(phase.getKey());
                        }
                    }
                }
            } catch (IOException killed) {
                said.append(killed).append('\n');
            }
            ended = System.nanoTime();
            begins.values().forEach(CountDownLatch::countDown);
        }

        /** When a phase began, or the run ended without it. */
        long await(String phase) throws InterruptedException {
            begins.get(phase).await();
            return begun.getOrDefault(phase, System.nanoTime());
        }

        Watched end() throws InterruptedException {
            process.waitFor();
            reader.join();
            return this;
        }

        int status() {
            return process.exitValue();
        }

        String said() {
            return said.toString();
        }

        /** The last one that began. */
        String phase() {
            return Collections.max(begun.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        }

        Map<String, Long> durations() {
            Map<String, Long> durations = new LinkedHashMap<>();
            List<String> phases =
                    PHASES.keySet().stream().filter(begun::containsKey).toList();
            for (int i = 0; i < phases.size(); i++) {
                long end = i + 1 < phases.size() ? begun.get(phases.get(i + 1)) : ended;
                durations.put(phases.get(i), end - begun.get(phases.get(i)));
            }
            return durations;
        }
    }

    private Watched barometer(String name) throws IOException {
        return barometer(name, "input", "2026-11");
    }

    private Watched barometer(String name, String input, String period) throws IOException {
        return new Watched(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "no.barometer.Barometer",
                        "run",
                        "--jobs",
                        folder.resolve("jobs").toString(),
                        "--input",
                        folder.resolve(input).toString(),
                        "--output",
                        folder.resolve(name).resolve("output").toString(),
                        "--warehouse",
                        warehouse(name),
                        "--set",
                        "log.level=INFO",
                        "--date",
                        "2026-11-01",
                        "--period",
                        period)
                .redirectErrorStream(true)
                .start());
    }

    /** The URL of what holds a run's figures. */
    String warehouse(String name) {
        return Databases.embedded(folder.resolve(name));
    }

    /** Brings about a release of the first wave, and a warehouse that holds nothing else. */
    void stand() throws Exception {
        Fixture.delete(folder.resolve("standing"));
        Watched first = barometer("standing", "first", "2026-10").end();
        assertThat(first.status()).as(first.said()).isZero();
    }

    /** Nothing of the waves that came later: neither released nor in the warehouse. */
    void fresh() throws Exception {
        copy("standing", "killed");
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
        Fixture.delete(target);
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, target.resolve(source.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
