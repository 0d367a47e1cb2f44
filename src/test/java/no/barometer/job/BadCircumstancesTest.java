package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Configurations;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a small server meets over the years: each time a clear message, nothing lost, and the next run does the work. */
@Tag("heavy")
class BadCircumstancesTest {
    private static final int MANY = Integer.getInteger("many.files", 500);
    private static final String DEFINITION = """
        survey: s
        title: {en: S}
        design: {weight: w, stratum: h, psu: c}
        deliveries:
          - {files: "s-{wave}.csv", layout: microdata, locale: en}
        questions:
          q: {column: q, scale: 1-5}
        """;

    @TempDir
    private Path folder;

    private SortedMap<String, byte[]> expected = new java.util.TreeMap<>();

    @BeforeEach
    void fourWavesAndWhatAnUndisturbedRunMakesOfThem() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/s.yaml"), DEFINITION);
        for (int wave = 2012; wave < 2016; wave++) {
            deliver(wave, wave);
        }
        new Runner(settings(folder.resolve("undisturbed"), ""), Progress.SILENT).run();
        expected = releases(folder.resolve("undisturbed"));
        assertThat(expected).isNotEmpty();
    }

    private void deliver(int wave, int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("w,h,c,q\n");
        for (int i = 0; i < 2_000; i++) {
            text.append(random.nextInt(1, 5_000_000) / 1e6)
                    .append(",h" + random.nextInt(3) + ",c" + random.nextInt(40) + "," + random.nextInt(1, 6) + "\n");
        }
        Path file = folder.resolve("input/s-" + wave + ".csv");
        Files.writeString(file, text);
        Fixture.rest(file);
    }

    private Settings settings(Path home, String url) {
        Configuration configuration =
                url.isEmpty() ? Configuration.DEFAULT : Configurations.read(Map.of("warehouse.url", url));
        return new Settings(
                folder.resolve("jobs"),
                folder.resolve("input"),
                home.resolve("output"),
                url.isEmpty() ? Databases.embedded(home) : url,
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 11, 1),
                2,
                false,
                configuration);
    }

    private static SortedMap<String, byte[]> releases(Path home) throws IOException {
        return Fixture.files(home.resolve("output/releases"));
    }

    private void endsWell(Settings settings, Path home) throws IOException {
        new Runner(settings, Progress.SILENT).run();
        assertThat(releases(home)).usingRecursiveComparison().isEqualTo(expected);
    }

    /** A disk of so many bytes, where the system lets us have one. */
    private Path disk(String size) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        boolean made = sh("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) == 0;
        Assumptions.assumeTrue(made, "no small disk can be had");
        return disk;
    }

    private static int sh(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }

    @Test
    void aDiskThatIsFullAtAnyMoment() throws Exception {
        Path disk = disk("16m");
        try {
            int failures = 0;
            for (int room = 16; room <= 2_048; room *= 2) {
                try (var left = Files.list(disk)) {
                    for (Path path : (Iterable<Path>) left::iterator) {
                        sh("rm", "-rf", path.toString());
                    }
                }
                sh("dd", "if=/dev/zero", "of=" + disk + "/ballast", "bs=1k", "count=" + (16_384 - room));
                Settings settings = settings(disk, "");
                Throwable failed = catchThrowable(() -> new Runner(settings, Progress.SILENT).run());
                if (failed != null) {
                    failures++;
                    assertThat(Failure.known(failed))
                            .as(room + " KiB: " + failed)
                            .isPresent();
                    assertThat(disk.resolve("output/latest")).doesNotExist();
                }
                Files.delete(disk.resolve("ballast"));
                endsWell(settings, disk);
            }
            assertThat(failures).as("how often the disk was full").isPositive();
        } finally {
            sh("umount", "-l", disk.toString());
        }
    }

    @Test
    void anOutputThatCannotBeWrittenTo() throws Exception {
        Path disk = disk("16m");
        try {
            sh("mount", "-o", "remount,ro", disk.toString());
            Settings settings = settings(disk, "");
            Throwable failed = catchThrowable(() -> RunLock.take(settings));
            assertThat(Failure.known(failed).orElse("" + failed)).contains("Nothing can be written there");
            sh("mount", "-o", "remount,rw", disk.toString());
            endsWell(settings, disk);
        } finally {
            sh("umount", "-l", disk.toString());
        }
    }

    /** Does something when reading is about to begin: after all files were hashed. */
    private static Progress whenLoading(Runnable work) {
        return new Progress() {
            @Override
            public void begin(String step, int count) {
                if (step.equals("load")) {
                    work.run();
                }
            }

            @Override
            public void done(String what) {}

            @Override
            public void end() {}
        };
    }

    @Test
    void aFileThatChangesAndOneThatGoesAfterTheyWereHashed() throws IOException {
        Path home = folder.resolve("home");
        Settings settings = settings(home, "");
        byte[] kept = Files.readAllBytes(folder.resolve("input/s-2013.csv"));
        Runner.Summary summary = new Runner(settings, whenLoading(() -> {
                    try {
                        Files.writeString(folder.resolve("input/s-2012.csv"), "w,h,c,q\n1,a,b,1\n");
                        Files.delete(folder.resolve("input/s-2013.csv"));
                    } catch (IOException failed) {
                        throw new java.io.UncheckedIOException(failed);
                    }
                }))
                .run();
        assertThat(summary.problems()).extracting(Problem::kind).containsOnly(Kind.FILE_CHANGING);
        assertThat(summary.problems())
                .extracting(one -> one.at().delivery())
                .containsExactly("s-2012.csv", "s-2013.csv");
        assertThat(summary.deliveries()).isEqualTo(2);
        assertThat(summary.rejected()).isZero();

        deliver(2012, 2012);
        Files.write(folder.resolve("input/s-2013.csv"), kept);
        Fixture.rest(folder.resolve("input/s-2013.csv"));
        new Runner(settings, Progress.SILENT).run();
        for (String file : new String[] {"q.csv", "q.wide.csv"}) {
            assertThat(home.resolve("output/latest/s/" + file))
                    .hasSameBinaryContentAs(folder.resolve("undisturbed/output/latest/s/" + file));
        }
    }

    @Test
    void anInputFolderThatGoesAway() throws IOException {
        Settings settings = settings(folder.resolve("undisturbed"), "");
        Files.move(folder.resolve("input"), folder.resolve("away"));
        Runner.Summary summary = new Runner(settings, Progress.SILENT).run();
        assertThat(summary.problems()).extracting(Problem::kind).containsExactly(Kind.FILE_UNREADABLE);
        assertThat(summary.released()).isFalse();
        Files.createDirectories(folder.resolve("input"));
        assertThat(new Runner(settings, Progress.SILENT).run().released())
                .as("an empty folder takes nothing back")
                .isFalse();
        assertThat(releases(folder.resolve("undisturbed")))
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    @Test
    void aWarehouseThatAnotherProgramHasOpen() throws Exception {
        Path home = folder.resolve("undisturbed");
        Process shell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Shell",
                        "-url",
                        Databases.embedded(home),
                        "-user",
                        "",
                        "-password",
                        "")
                .redirectErrorStream(true)
                .start();
        try {
            String said = "";
            while (!said.contains("sql>")) {
                said += (char) shell.getInputStream().read();
            }
            Throwable failed = catchThrowable(() -> new Runner(settings(home, ""), Progress.SILENT).run());
            assertThat(Failure.known(failed).orElse("" + failed)).contains("Another program has the warehouse open");
        } finally {
            shell.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        endsWell(settings(home, ""), home);
    }

    @Test
    void aRunThatWasKilledBetweenItsTwoFirstRowsInTheHistory() throws Exception {
        Path home = folder.resolve("undisturbed");
        try (HikariDataSource database = Databases.open(Databases.embedded(home));
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO batch_job_instance (job_instance_id, version, job_name, job_key)"
                    + " VALUES (NEXT VALUE FOR batch_job_instance_seq, 0, 'run', 'no execution')");
        }
        deliver(2016, 2016);
        Runner.Summary summary = new Runner(settings(home, ""), Progress.SILENT).run();
        assertThat(summary.deliveries()).isEqualTo(1);
        assertThat(summary.released()).isTrue();
    }

    @Test
    void aServerThatIsRestartedWhileFilesAreLoaded() throws Exception {
        String url = TestDatabase.emptyPostgres();
        Path home = folder.resolve("home");
        Settings settings = settings(home, url);
        Throwable failed = catchThrowable(() -> new Runner(settings, whenLoading(() -> endAllSessions(url))).run());
        if (failed != null) {
            assertThat(Failure.known(failed)).as("" + failed).isPresent();
            assertThat(home.resolve("output/latest")).doesNotExist();
        }
        endsWell(settings, home);
    }

    @Test
    void aServerOfItsOwnThatCrashesWhileFilesAreLoadedAndLosesItsDatabase() throws Exception {
        try (OwnServer server = OwnServer.start()) {
            Path home = folder.resolve("home");
            Settings settings = settings(home, server.url());
            Throwable failed = catchThrowable(() -> new Runner(settings, whenLoading(server::crash)).run());
            assertThat(Failure.known(failed).orElse("" + failed)).contains("connection to the warehouse was lost");
            assertThat(home.resolve("output/latest")).doesNotExist();
            Throwable down = catchThrowable(() -> RunLock.take(settings));
            assertThat(Failure.known(down).orElse("" + down)).contains("cannot be opened");
            server.up();
            endsWell(settings, home);

            deliver(2016, 2016);
            Throwable dropped = catchThrowable(() -> new Runner(settings, whenLoading(server::drop)).run());
            assertThat(Failure.known(dropped).orElse("" + dropped)).contains("connection to the warehouse was lost");
            assertThat(releases(home)).usingRecursiveComparison().isEqualTo(expected);
            Throwable without = catchThrowable(() -> new Runner(settings, Progress.SILENT).run());
            assertThat(Failure.known(without).orElse("" + without)).contains("cannot be opened", "does not exist");
            server.create();
            Runner.Summary rebuilt = new Runner(settings, Progress.SILENT).run();
            assertThat(rebuilt.deliveries()).as("all of them, once more").isEqualTo(5);
            assertThat(home.resolve("output/latest").toRealPath()).hasFileName("2026-11.2");
        }
    }

    private static void endAllSessions(String url) {
        try (Connection operator = DriverManager.getConnection(url);
                Statement statement = operator.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = CURRENT_DATABASE() AND pid <> pg_backend_pid()");
        } catch (java.sql.SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aWrongPassword() {
        String url = TestDatabase.emptyPostgres().replaceFirst("password=[^&]*", "password=wrong");
        Throwable failed =
                catchThrowable(() -> new Runner(settings(folder.resolve("home"), url), Progress.SILENT).run());
        assertThat(Failure.known(failed).orElse("" + failed))
                .contains("cannot be opened", "password authentication failed")
                .doesNotContain("wrong");
    }

    @Test
    void theSameBytesOnBothDatabasesAndFromOneToTheOther() throws IOException {
        Path home = folder.resolve("undisturbed");
        Settings settings = settings(home, TestDatabase.emptyPostgres());
        assertThat(new Runner(settings, Progress.SILENT).run().released())
                .as("another warehouse has nothing new to say")
                .isFalse();
        endsWell(settings, home);
        endsWell(settings(folder.resolve("home"), TestDatabase.emptyPostgres()), folder.resolve("home"));
    }

    @Test
    void manyFilesDroppedAtOnce() throws IOException {
        String definition = """
            survey: many
            title: {en: Many}
            periods: {}
            deliveries:
              - {files: "many/{part}.csv", layout: long, wave: column wave, items: column item, figure: column share, locale: en}
            """;
        Files.writeString(folder.resolve("jobs/many.yaml"), definition.replace("periods: {}\n", ""));
        Files.createDirectories(folder.resolve("input/many"));
        for (int i = 0; i < MANY; i++) {
            Path file = folder.resolve("input/many/" + i + ".csv");
            Files.writeString(file, "wave,item,share\n2024,thing " + i + "," + i % 100 + ".5\n");
            Fixture.rest(file);
        }
        Path home = folder.resolve("home");
        Runner.Summary summary = new Runner(settings(home, ""), Progress.SILENT).run();
        assertThat(summary.problems().stream().limit(3)).isEmpty();
        assertThat(summary.deliveries()).isEqualTo(MANY + 4);
        assertThat(Files.readAllLines(home.resolve("output/latest/many/many.csv")))
                .hasSize(MANY + 1);
    }
}
