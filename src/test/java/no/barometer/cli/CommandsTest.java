package no.barometer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.barometer.job.RunLock;
import no.barometer.job.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class CommandsTest {
    private static final String DEFINITION = """
            survey: agencies
            title: {en: Agencies}
            deliveries:
              - files: agencies*.csv
                layout: series
                items: column A
                locale: en
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSurveyOfAgencies() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION);
        Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,63.6,81.2\n");
    }

    private int barometer(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        for (String name : List.of("jobs", "input", "output")) {
            all.add("--" + name);
            all.add(folder.resolve(name).toString());
        }
        all.addAll(List.of("--date", "2026-11-01", "--period", "2026-11"));
        return Commands.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    @Test
    void runsWithoutACommandAndThenFindsNothingNew() throws IOException {
        assertThat(barometer()).isZero();
        assertThat(out.toString()).contains("1 delivery loaded, 0 rejected", "published 2026-11");
        assertThat(Files.readString(folder.resolve("output/latest/agencies/agencies.csv")))
                .contains("agencies,agencies,2012,2012-01-01,agencies,uses,,total,total,share,valid,63.6,percent");
        assertThat(barometer()).isZero();
        assertThat(out.toString()).contains("nothing new to publish");
        assertThat(folder.resolve("output/releases/2026-11.2")).doesNotExist();
    }

    @Test
    void theSameFaultOfManyFilesIsToldTwentyTimesAndCounted() throws IOException {
        for (int i = 0; i < 33; i++) {
            Files.writeString(folder.resolve("input/other-" + i + ".csv"), "item,2012\n");
        }
        assertThat(barometer()).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("warning other-")))
                .hasSize(20);
        assertThat(out.toString()).contains("warning 13 more like these [unmatched-file]", "0 faults, 33 warnings: ");
        assertThat(Files.readAllLines(folder.resolve("output/reports/run-1/problems.csv")))
                .hasSize(34);
        out.getBuffer().setLength(0);
        assertThat(barometer("check")).isZero();
        assertThat(out.toString()).doesNotContain("more like these").contains("other-32.csv");
    }

    @Test
    void commandsAreKnownByTheirNames() {
        Commands.ALL.forEach((name, command) -> assertThat(Objects.requireNonNull(command.getAnnotation(Command.class))
                        .name())
                .isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help"})
    void helpNamesAllCommandsInTheirOrder(String asked) {
        assertThat(Commands.execute(new PrintWriter(out), new PrintWriter(err), asked))
                .isZero();
        assertThat(out.toString().lines().filter(line -> line.matches("  [a-z]+ .*")))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactlyElementsOf(Commands.ALL.keySet());
    }

    @Test
    void helpOfACommandIsTheSameHoweverItIsAskedFor() {
        for (String name : Commands.ALL.keySet()) {
            StringWriter asked = new StringWriter();
            StringWriter other = new StringWriter();
            Commands.execute(new PrintWriter(asked), new PrintWriter(err), "help", name);
            Commands.execute(new PrintWriter(other), new PrintWriter(err), name, "--help");

            assertThat(asked.toString()).contains("Usage: barometer " + name).isEqualTo(other.toString());
        }
    }

    @Test
    void saysWhichCommandsThereAreWhereNoneOfThemIsNamed() {
        assertThat(Commands.execute(new PrintWriter(out), new PrintWriter(err), "ron"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("'ron'", "run");
    }

    @Test
    void endsWith2AndEveryFaultWhereADefinitionIsBad() throws IOException {
        Files.writeString(
                folder.resolve("jobs/agencies.yaml"),
                DEFINITION.replace("layout", "layuot").replace("items", "itms"));
        assertThat(barometer("run")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("agencies.yaml, line 5", "layuot", "agencies.yaml, line 6", "itms");
        assertThat(folder.resolve("output/latest")).doesNotExist();
    }

    @Test
    void endsWith2WhereThereIsNoSuchFolderOrOption() throws IOException {
        assertThat(Commands.execute(new PrintWriter(out), new PrintWriter(err), "run", "--input", folder + "/nowhere"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(barometer("run", "--perid", "2026-11")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("--period");
    }

    @Test
    void saysWhatIsExpectedInPlaceOfAMonthOrDateThatDoesNotExist() throws IOException {
        PrintWriter to = new PrintWriter(err);
        assertThat(Commands.execute(to, to, "run", "--period", "2026-13")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Commands.execute(to, to, "run", "--date", "2026-02-30")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString())
                .contains("expected a month such as 2026-11; found \"2026-13\"")
                .contains("expected a date such as 2026-11-01; found \"2026-02-30\"")
                .doesNotContain("java.time");
    }

    @Test
    void whatIsUnknownIsNotForgottenOrWithdrawnAndNoWarehouseIsMadeForIt() throws IOException {
        assertThat(barometer("forget", "nothing")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(barometer("withdraw", "2026-11", "--why", "Wrong")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("No survey and no delivery", "There is no release \"2026-11\"");
        assertThat(folder.resolve("warehouse.mv.db")).doesNotExist();
    }

    @Test
    void saysAgainThatAReleaseWaitsAndForWhat() throws IOException {
        Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION + "largest move: 15\n");
        barometer("run");
        Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,63.6,21.2\n");
        barometer("run");
        assertThat(out.toString()).contains("to confirm: agencies/agencies 2013", "release 2026-11.2 waits");
        out.getBuffer().setLength(0);
        assertThat(barometer("run")).isZero();
        assertThat(out.toString())
                .contains("to confirm: agencies/agencies 2013", "release 2026-11.2 waits", "publish --confirm")
                .doesNotContain("nothing new");
    }

    @Test
    void keepsAnEmbargoThatIsSaidWhereNothingIsNew() throws IOException {
        barometer("run");
        assertThat(barometer("run", "--embargo", "2999-01-01T08:00Z")).isZero();
        assertThat(out.toString()).contains("under embargo: nothing is published before 2999-01-01T08:00:00Z");
        Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,63.6,82.2\n");
        assertThat(barometer("run")).isZero();
        assertThat(out.toString()).contains("release 2026-11.2 waits until 2999-01-01T08:00:00Z");
        assertThat(folder.resolve("output/releases/2026-11.2")).doesNotExist();
        barometer("run", "--embargo", "none");
        assertThat(folder.resolve("output/releases/2026-11.2")).exists();
    }

    @Test
    void runTellsOfMissingTranslationsAsCheckDoes() throws IOException {
        String definition = DEFINITION.replace("{en: Agencies}", "{en: Agencies, nb: Etater}");
        Files.writeString(folder.resolve("jobs/agencies.yaml"), definition + "description: {en: Agencies}\n");
        barometer("check");
        assertThat(out.toString()).contains("missing-translation");
        for (int i = 0; i < 2; i++) {
            out.getBuffer().setLength(0);
            barometer("run");
            assertThat(out.toString()).contains("missing-translation", "1 warning");
        }
    }

    @Test
    void endsWith3WhereADeliveryIsRejectedAndKeepsWhatWasPublished() throws IOException {
        assertThat(barometer("run")).isZero();
        byte[] before = Files.readAllBytes(folder.resolve("output/latest/agencies/agencies.csv"));
        Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,163.6,81.2\n");
        assertThat(barometer("run")).isEqualTo(ExitCode.REJECTED);
        assertThat(out.toString()).contains("163.6", "impossible-percentage");
        assertThat(Files.readString(folder.resolve("output/reports/latest/problems.csv")))
                .contains("agencies.csv,,B,2,agencies,impossible-percentage,error,163.6");
        assertThat(Files.readAllBytes(folder.resolve("output/latest/agencies/agencies.csv")))
                .isEqualTo(before);
        assertThat(barometer("check")).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void endsWith4WhereAnotherRunIsUnderWayWhileReadersGoOn() throws IOException {
        assertThat(barometer("run")).isZero();
        Path output = folder.resolve("output");
        Settings settings = new Settings(
                folder,
                folder,
                output,
                Settings.embedded(output),
                java.time.YearMonth.of(2026, 11),
                java.time.LocalDate.of(2026, 11, 1),
                1,
                false);
        try (RunLock lock = RunLock.take(RunLock.path(settings)).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(barometer("run")).isEqualTo(ExitCode.ANOTHER_RUN);
            assertThat(err.toString())
                    .containsPattern("process " + ProcessHandle.current().pid() + ", user \\S+, on \\S.*, since 20");
            assertThat(barometer("status")).isZero();
            assertThat(out.toString()).contains("held by process");
            assertThat(barometer("trace", "agencies/agencies", "2013")).isZero();
            assertThat(out.toString()).contains("agencies.csv > line 2 > C");
            assertThat(barometer("check")).isZero();
        }
        assertThat(barometer("run")).isZero();
    }

    @Test
    void endsWith2WhereTheTerminalsLanguageIsNotNbNnOrEn() {
        assertThat(barometer("check", "--lang", "de")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("--lang");
        assertThat(barometer("check", "--lang", "nn")).isZero();
    }

    @Test
    void endsWith2WhereADeliveryToCheckIsNotThere() {
        assertThat(barometer("check", "agency.csv")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("no delivery agency.csv");
        assertThat(barometer("check", "../jobs/agencies.yaml")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.toString()).doesNotContain("checked");
        assertThat(barometer("check", folder.resolve("input/agencies.csv").toString()))
                .isZero();
        assertThat(barometer("check", "agencies.csv")).isZero();
        assertThat(out.toString()).contains("1 delivery checked");
    }

    @Test
    void printsTheCodebookFoundReadyToPaste() throws IOException {
        assertThat(barometer("check")).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "questions:",
                        "  agencies:",
                        "    text: \"Agencies\"",
                        "    items:",
                        "      uses: \"uses\"",
                        "1 delivery checked, 0 would be rejected");
    }

    @Test
    void checkChangesNothing() throws IOException {
        assertThat(barometer("check")).isZero();
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("jobs", "input");
        }
    }

    @Test
    void tracesAPublishedFigureToItsCell() {
        assertThat(barometer("run")).isZero();
        assertThat(barometer("trace", "agencies/agencies", "2012", "--item", "uses"))
                .isZero();
        assertThat(out.toString())
                .contains("63.6 percent", "agencies.csv > line 2 > B", "sha256", "agencies.yaml", "2026-11");
        assertThat(barometer("trace", "agencies/agencies", "2011")).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void traceOfAPublishedDraftNamesTheRunThatMadeIt() {
        assertThat(barometer("run", "--draft")).isZero();
        assertThat(barometer("publish")).isZero();
        out.getBuffer().setLength(0);
        assertThat(barometer("trace", "agencies/agencies", "2012")).isZero();
        assertThat(out.toString()).contains("release     2026-11, made by run-1 of ");
    }

    @Test
    void traceSaysWhatIsNotThereAndWhatIs() {
        assertThat(refused("trace", "agencies/agencies", "2012")).contains("Nothing is published yet");
        assertThat(barometer("run")).isZero();
        assertThat(refused("trace", "agencies/agencys", "2012"))
                .contains("no table \"agencies/agencys\" in release 2026-11", "Expected \"agencies/agencies\"")
                .doesNotContain(".csv");
        assertThat(refused("trace", "agencies/agencies", "2012", "--release", "2026-12"))
                .contains("no release \"2026-12\"", "Expected \"2026-11\"");
        assertThat(refused("trace", "agencies/agencies", "2011"))
                .contains("no wave \"2011\"", "Expected \"2012\"", "output/releases/2026-11/agencies/agencies.csv");
        assertThat(refused("trace", "agencies/agencies", "2012", "--group", "women"))
                .contains("no group \"women\"", "Expected one of \"total\"");
    }

    private String refused(String... args) {
        err.getBuffer().setLength(0);
        assertThat(barometer(args)).isEqualTo(ExitCode.WRONG_USAGE);
        return err.toString();
    }

    @Test
    void printsStatusAsJson() {
        assertThat(barometer("run")).isZero();
        assertThat(barometer("status", "--json")).isZero();
        assertThat(out.toString()).contains("\"release\" : \"2026-11\"", "\"path\" : \"agencies.csv\"");
    }
}
