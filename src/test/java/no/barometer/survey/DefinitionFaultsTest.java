package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code faults/} says in its first lines which faults it has: {@code # expect: line:column kind}. */
class DefinitionFaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/no/barometer/survey/faults");
    private static final String EXPECT = "# expect: ";

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FAULTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsEveryFaultWithLineAndColumn(String name) throws IOException {
        Path file = FAULTS.resolve(name);
        List<String> expected = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> line.substring(EXPECT.length()))
                .toList();
        List<Problem> problems = problems(() -> Definitions.readFile(file));
        assertThat(problems)
                .extracting(problem -> problem.at().line() + ":" + problem.at().cell() + " "
                        + problem.kind().code())
                .as(() -> messages(problems))
                .containsExactlyElementsOf(expected);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.at().delivery()).isEqualTo("faults/" + name);
            assertThat(problem.survey()).isEqualTo(name.replace(".yaml", ""));
        });
    }

    @Test
    void reportsTheFaultsOfAllFilesAtOnce() throws IOException {
        List<Problem> problems = problems(() -> Definitions.read(FAULTS));
        assertThat(problems.stream().map(problem -> problem.at().delivery()).distinct())
                .hasSize((int) files().count());
        assertThat(problems).isSorted();
    }

    @Test
    void namesTheNearestKnownName() {
        assertThat(expected("unknown-keys.yaml")).contains("\"title\"", "\"files\"", "\"answers\"");
        assertThat(expected("unknown-question.yaml")).contains("\"stars\"");
        assertThat(expected("unknown-answer.yaml")).contains("\"Often\"", "\"Seldom\"");
        assertThat(expected("unknown-breakdown.yaml")).contains("\"gender\"");
        assertThat(expected("unknown-placeholder.yaml")).contains("\"{wave}\"");
        assertThat(expected("unknown-layout.yaml")).contains("\"crosstab\"");
        assertThat(expected("id-no-slug.yaml")).contains("the id \"age-group\"");
    }

    @Test
    void saysEverythingInItsMessage() {
        BadDefinition bad = bad(() -> Definitions.readFile(FAULTS.resolve("unknown-breakdown.yaml")));
        assertThat(bad)
                .hasMessageContaining("faults/unknown-breakdown.yaml, line")
                .hasMessageContaining("\"gendre\" is not defined. Expected \"gender\"");
    }

    @Test
    void reportsTwoFilesOfOneSurvey(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), minimal("a"));
        Files.writeString(folder.resolve("a.yml"), minimal("a"));
        assertThat(problems(() -> Definitions.read(folder)))
                .extracting(Problem::kind)
                .containsExactly(Kind.DUPLICATE_ID);
    }

    @Test
    void reportsBytesThatAreNoText(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("a.yaml"), minimal("a å").getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("b.yaml"), minimal("b") + "note: \u0007\n");
        assertThat(problems(() -> Definitions.read(folder)))
                .extracting(Problem::kind, problem -> problem.at().line())
                .containsExactly(tuple(Kind.BAD_ENCODING, 0L), tuple(Kind.DEFINITION_SYNTAX, 4L));
    }

    @Test
    void reportsAFolderThatIsNotThere(@TempDir Path folder) {
        assertThat(problems(() -> Definitions.read(folder.resolve("jobs"))))
                .extracting(Problem::kind)
                .containsExactly(Kind.FILE_UNREADABLE);
    }

    @Test
    void reportsASurveyThatIsNotThereWithTheNearest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("trust.yaml"), minimal("trust"));
        assertThat(problems(() -> Definitions.read(folder, "trsut")))
                .extracting(Problem::kind, Problem::expected)
                .containsExactly(tuple(Kind.UNKNOWN_REFERENCE, "\"trust\""));
    }

    @Test
    void survivesAnAliasBomb(@TempDir Path folder) throws IOException {
        StringBuilder bomb = new StringBuilder(minimal("bomb")).append("note: &a0 {nb: x}\nperiods:\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("  k%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        Files.writeString(folder.resolve("bomb.yaml"), bomb);
        assertThat(problems(() -> Definitions.read(folder)))
                .extracting(Problem::kind)
                .containsExactly(Kind.DEFINITION_SYNTAX);
    }

    private static String minimal(String id) {
        return "survey: " + id + "\ntitle: T\ndeliveries: [{files: x.csv, layout: series}]\n";
    }

    private static List<String> expected(String name) {
        return problems(() -> Definitions.readFile(FAULTS.resolve(name))).stream()
                .map(Problem::expected)
                .toList();
    }

    private static List<Problem> problems(Runnable reading) {
        return bad(reading).problems();
    }

    private static BadDefinition bad(Runnable reading) {
        BadDefinition bad = catchThrowableOfType(BadDefinition.class, reading::run);
        assertThat(bad).isNotNull();
        return bad;
    }

    private static String messages(List<Problem> problems) {
        return String.join(
                "\n",
                problems.stream()
                        .map(problem -> problem.at() + ": " + problem.message())
                        .toList());
    }
}
