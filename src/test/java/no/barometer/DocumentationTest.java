package no.barometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.barometer.cli.Commands;
import no.barometer.configuration.Keys;
import no.barometer.problem.Kind;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users rely on stands in the README, and what stands there works. */
class DocumentationTest {
    private static final String README = read(Path.of("README.md"));
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration/warehouse");
    private static final Pattern DEFINITION =
            Pattern.compile("^```yaml\\n(survey: (\\S+)\\n.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern RELATION = Pattern.compile("^CREATE (?:TABLE|VIEW) (\\w+)", Pattern.MULTILINE);

    @Test
    void namesEveryCommandAndOption() {
        CommandSpec barometer = new CommandLine(Commands.class).getCommandSpec();
        barometer.subcommands().forEach((name, command) -> {
            assertThat(README).containsPattern("\\| `" + name + "[ `]");
            options(command.getCommandSpec())
                    .forEach(option -> assertThat(README).as(name).containsPattern("`" + option + "[ `]"));
        });
        options(barometer).forEach(option -> assertThat(README).contains("`" + option + "`"));
    }

    @Test
    void namesEveryExitStatus() {
        Map<String, String> codes =
                new CommandLine(Commands.class).getCommandSpec().usageMessage().exitCodeList();
        assertThat(codes).hasSize(5);
        codes.forEach((code, meaning) -> assertThat(README).contains("| " + code.strip() + " | " + meaning + " |"));
    }

    @Test
    void describesEveryKeyOfADefinitionAsTheSchemaDoes() {
        JsonNode schema = JsonMapper.shared()
                .readTree(Survey.class.getResourceAsStream("/no/barometer/survey/definition.schema.json"));
        Stream.concat(Stream.of(schema), schema.get("$defs").valueStream())
                .flatMap(section -> section.path("properties").properties().stream())
                .forEach(key -> assertThat(README)
                        .contains("| `" + key.getKey() + "` | "
                                + key.getValue().get("description").stringValue() + " |"));
    }

    @Test
    void describesEveryKeyOfTheConfigurationWithItsDefault() {
        String configuration = part("\n### Configuration", "\n### ");
        for (Keys.Key key : Keys.all()) {
            String fallback = key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
            assertThat(configuration)
                    .containsPattern("\\| `" + key.name() + "` \\| [^|]+ \\| " + Pattern.quote(fallback) + " ?\\|");
        }
        assertThat(configuration.lines().filter(line -> line.startsWith("| `"))).hasSameSizeAs(Keys.all());
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryFault(Kind kind) {
        String severity = kind.severity().name().toLowerCase(Locale.ROOT);
        String message = kind.template().replace("{found}", "…").replace("{expected}", "(expected)");
        assertThat(README)
                .contains("| `" + kind.code() + "` | " + severity + " | " + kind.title() + " | " + message + " |");
    }

    @Test
    void namesEveryTidyColumn() {
        String columns = part("| column | meaning |", "\n\n");
        for (String column : read(Path.of("src/test/resources/golden-release/tillit/tillit.csv"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(",")) {
            assertThat(columns).contains("`" + column + "`");
        }
    }

    @Test
    void namesEveryTableAndViewOfTheWarehouse() {
        String warehouse = part("\n## Warehouse", "\n## ");
        for (String file : List.of("V1__star_schema.sql", "V2__views.sql")) {
            List<String> names = RELATION.matcher(read(MIGRATIONS.resolve(file)))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(names)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(warehouse).contains("`" + name + "`"));
        }
    }

    static Stream<MatchResult> definitions() {
        return DEFINITION.matcher(README).results();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void showsDefinitionsThatCanBeUsed(MatchResult block, @TempDir Path jobs) throws IOException {
        Path file = Files.writeString(jobs.resolve(block.group(2) + ".yaml"), block.group(1));
        assertThat(Definitions.readFile(file).id()).isEqualTo(block.group(2));
        assertThat(block.group(1).lines().count()).isLessThan(25);
    }

    private static List<String> options(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
    }

    private static String part(String from, String to) {
        int start = README.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        int end = README.indexOf(to, start + from.length());
        return README.substring(start, end < 0 ? README.length() : end);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
