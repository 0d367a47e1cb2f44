package no.barometer.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.barometer.job.Checking;
import no.barometer.job.Folder;
import no.barometer.job.Progress;
import no.barometer.job.Settings;
import no.barometer.problem.Problem;
import no.barometer.survey.Observation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deliveries as they come by mail, through {@code check}. What each comes to, its figures or its faults with place and
 * message, stands in {@code said-clearly.txt}; {@code -Dgolden.update} writes it again, to be read before it is kept.
 */
class SaidClearlyTest {
    private static final Path EXPECTED = Path.of("src/test/resources/hostile/said-clearly.txt");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Map<String, String> SAID = new TreeMap<>();
    private static final Pattern JARGON = Pattern.compile(
            "Exception|\\b(java|org|com)\\.|no\\.barometer|\\bnull\\b|@[0-9a-f]{6,}|\\{(found|expected)}");
    private static final String DEFINITION = """
            survey: s
            title: {nb: Medier}
            deliveries:
              - {files: "tabell*", layout: series, wave: row 1, items: column A%s}
            questions:
              medier:
                text: {nb: Medier}
                items: {tv: Fjernsyn, press: Aviser, web: På nett}
            """;

    @TempDir
    Path folder;

    static Stream<Delivery> deliveries() {
        return Stream.of(
                        OtherFormats.deliveries(),
                        BrokenWorkbooks.deliveries(),
                        OddWorkbooks.deliveries(),
                        OddTexts.deliveries(),
                        HiddenDeliveries.deliveries(),
                        MarkedFigures.deliveries())
                .flatMap(deliveries -> deliveries);
    }

    @BeforeAll
    static void whatIsExpected() throws IOException {
        if (!UPDATE) {
            for (String section : Files.readString(EXPECTED).split("(?m)^== ")) {
                int end = section.indexOf('\n');
                if (end > 0) {
                    SAID.put(
                            section.substring(0, end),
                            section.substring(end + 1).strip());
                }
            }
        }
    }

    @AfterAll
    static void writeWhatIsExpected() throws IOException {
        if (UPDATE) {
            StringBuilder text = new StringBuilder();
            SAID.forEach((id, said) ->
                    text.append("== ").append(id).append('\n').append(said).append("\n\n"));
            Files.writeString(EXPECTED, text.toString().stripTrailing() + "\n");
        } else {
            assertThat(SAID.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            deliveries().map(Delivery::id).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void isReadOrSaysWhatIsAmissAndWhere(Delivery delivery) throws Exception {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(
                folder.resolve("jobs/s.yaml"),
                DEFINITION.formatted(delivery.block().isEmpty() ? "" : ", " + delivery.block()));
        Files.createDirectories(folder.resolve("input"));
        Path file = Files.write(
                folder.resolve("input").resolve(delivery.file()),
                delivery.content().bytes());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        String said = said();

        if (UPDATE) {
            assertThat(SAID.put(delivery.id(), said))
                    .as("twice: " + delivery.id())
                    .isNull();
        } else {
            assertThat(said).isEqualTo(SAID.get(delivery.id()));
        }
    }

    private String said() {
        Settings settings = new Settings(
                folder.resolve("jobs"),
                folder.resolve("input"),
                folder.resolve("output"),
                "",
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 11, 1),
                1,
                false);
        Checking.Result result = new Checking(settings, Progress.SILENT).check(java.util.List.of());
        StringBuilder said = new StringBuilder();
        for (Problem problem : result.problems()) {
            assertThat(problem.message()).doesNotContainPattern(JARGON).matches("(?s).{20,}[.?!]");
            said.append(problem.isError() ? "error " : "warning ")
                    .append(problem.kind().code())
                    .append(" at ")
                    .append(problem.at())
                    .append("\n  ")
                    .append(problem.message().replace("\n", "\\n"))
                    .append('\n');
        }
        boolean rejected = result.problems().stream().anyMatch(Problem::isError);
        assertThat(result.rejected()).isEqualTo(rejected ? 1 : 0);
        if (!rejected) {
            said.append("read");
            for (Observation one : Folder.read(folder, "s").observations()) {
                said.append(one == null ? "" : figure(one));
            }
        }
        return said.toString().strip();
    }

    private static String figure(Observation one) {
        return ", "
                + (one.item() + " " + one.wave() + " " + one.value() + " " + one.obsStatus() + one.confStatus())
                        .strip();
    }
}
