package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.configuration.Configuration;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.warehouse.PublishedEstimate;
import no.barometer.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse is lost, or another one is taken: input and releases are enough to go on. */
class RebuiltWarehouseTest {
    private static final String DEFINITION = """
            survey: agencies
            title: {en: Agencies}
            deliveries:
              - files: agencies-{wave}.csv
                layout: long
                wave: file name
                items: column item
                figure: column share
                locale: en
            """;

    @TempDir
    private Path folder;

    private Settings settings = Fixture.settings(Path.of(""), 1);

    private Settings settings(String warehouse, int month) {
        return new Settings(
                folder.resolve("jobs"),
                folder.resolve("input"),
                folder.resolve("output"),
                "jdbc:h2:file:" + folder.resolve(warehouse).toAbsolutePath(),
                YearMonth.of(2026, month),
                LocalDate.of(2026, month, 1),
                2,
                false,
                Configuration.DEFAULT);
    }

    @BeforeEach
    void twoReleasesOfThreeWaves() throws IOException {
        settings = settings("warehouse", 10);
        Files.createDirectories(settings.jobs());
        Files.createDirectories(settings.input());
        Files.writeString(settings.jobs().resolve("agencies.yaml"), DEFINITION);
        deliver(2021, "51.5");
        deliver(2022, "55");
        run();
        settings = settings("warehouse", 11);
        deliver(2022, "55.5");
        deliver(2023, "61");
        assertThat(run().release()).isEqualTo("2026-11");
    }

    private void deliver(int wave, String share) throws IOException {
        Path file = settings.input().resolve("agencies-" + wave + ".csv");
        Files.writeString(file, "item,share\nuses," + share + "\nplans,12\n");
        Fixture.rest(file);
    }

    private Runner.Summary run() throws IOException {
        return new Runner(settings, Progress.SILENT).run();
    }

    private SortedMap<String, byte[]> releases() throws IOException {
        return Fixture.files(settings.output().resolve("releases"));
    }

    private SortedMap<Integer, List<PublishedEstimate>> history() {
        SortedMap<Integer, List<PublishedEstimate>> history = new TreeMap<>();
        try (HikariDataSource database = Runner.open(settings)) {
            Warehouse warehouse = new Warehouse(database);
            warehouse
                    .releases()
                    .forEach((key, release) -> history.put(
                            key,
                            warehouse.estimates("agencies", key).stream()
                                    .sorted(java.util.Comparator.comparing(PublishedEstimate::toString))
                                    .toList()));
        }
        return history;
    }

    @Test
    void aLostWarehouseIsRebuiltWithItsHistoryAndNothingIsPublishedAnew() throws IOException {
        SortedMap<String, byte[]> before = releases();
        SortedMap<Integer, List<PublishedEstimate>> history = history();
        assertThat(history).hasSize(2);

        settings = settings("another", 12);
        Runner.Summary summary = run();

        assertThat(summary.released()).isFalse();
        assertThat(releases()).usingRecursiveComparison().isEqualTo(before);
        assertThat(history()).isEqualTo(history);
        assertThat(summary.note().run()).as("numbers of runs go on").isEqualTo("run-3");
    }

    @Test
    void theNextReleaseIsTheSameAsWithoutTheLoss() throws IOException {
        Path twin = folder.resolve("twin");
        Fixture.copy(settings.output().resolve("releases"), twin);
        deliver(2024, "66");
        settings = settings("warehouse", 12);
        run();
        SortedMap<String, byte[]> expected = releases();
        Fixture.copy(twin, settings.output().resolve("releases"));
        Files.delete(settings.output().resolve("latest"));
        Files.createSymbolicLink(settings.output().resolve("latest"), Path.of("releases/2026-11"));

        settings = settings("another", 12);
        assertThat(run().release()).isEqualTo("2026-12");
        assertThat(releases()).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void figuresWhoseFilesAreGoneStandAsTheReleasePrintedThem() throws IOException {
        SortedMap<String, byte[]> before = releases();
        Files.delete(settings.input().resolve("agencies-2021.csv"));
        settings = settings("another", 12);

        Runner.Summary summary = run();

        assertThat(releases()).usingRecursiveComparison().isEqualTo(before);
        assertThat(summary.problems())
                .extracting(Problem::kind, problem -> problem.at().delivery())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.SOURCE_GONE, "agencies-2021.csv"));
        assertThat(run().problems()).as("told again").hasSize(1);
    }

    @Test
    void aForgottenDeliveryLeavesWithARevision() throws IOException {
        Forgetting forgetting = new Forgetting(settings("warehouse", 12), "agencies-2021.csv");
        assertThat(forgetting.stillThere()).containsExactly("agencies-2021.csv");
        Files.delete(settings.input().resolve("agencies-2021.csv"));
        settings = settings("warehouse", 12);
        assertThat(run().released())
                .as("a file taken out leaves its figures standing")
                .isFalse();
        assertThat(forgetting.stillThere()).isEmpty();

        Runner.Summary summary = forgetting.with(new Runner(settings, Progress.SILENT));

        assertThat(summary.release()).isEqualTo("2026-12");
        assertThat(summary.revisions()).isEqualTo(2);
        assertThat(Files.readString(settings.output().resolve("latest/agencies/agencies.csv")))
                .doesNotContain(",2021,")
                .contains(",2022,", ",2023,");
        assertThat(run().released()).isFalse();
        assertThat(new Forgetting(settings, "agencies-2021.csv").deliveries()).isEmpty();
    }

    @Test
    void aForgottenSurveyIsPublishedNoMore() throws IOException {
        for (int wave : new int[] {2021, 2022, 2023}) {
            Files.delete(settings.input().resolve("agencies-" + wave + ".csv"));
        }
        settings = settings("lost", 12);
        Forgetting forgetting = new Forgetting(settings, "agencies");
        assertThat(forgetting.deliveries()).as("the release still says them").hasSize(3);
        assertThat(forgetting.with(new Runner(settings, Progress.SILENT)).released())
                .isTrue();
        assertThat(settings.output().resolve("latest/agencies")).doesNotExist();
        assertThat(run().released()).isFalse();
    }

    @Test
    void oldReportsAndHistoryAreForgottenButNotTheNewest() throws IOException {
        Configuration keepNothing = no.barometer.configuration.Configurations.read(
                java.util.Map.of("keep.reports", "-1d", "keep.history", "-1d"));
        settings = new Settings(
                settings.jobs(),
                settings.input(),
                settings.output(),
                settings.warehouse(),
                YearMonth.of(2026, 12),
                LocalDate.of(2026, 12, 1),
                2,
                false,
                keepNothing);
        deliver(2024, "66");
        run();
        try (var runs = Files.list(settings.output().resolve("reports"))) {
            assertThat(runs.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("run-3", "latest");
        }
        deliver(2025, "67");
        assertThat(run().note().run()).isEqualTo("run-4");
    }
}
