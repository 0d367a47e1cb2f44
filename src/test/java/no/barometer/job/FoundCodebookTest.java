package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check prints of a codebook can be pasted into the definition and changes no figure. */
class FoundCodebookTest {
    @TempDir
    Path folder;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
    }

    @Test
    void pastedCodebookOfACrosstabGivesTheSameTidyFiles() throws IOException {
        String definition = """
                survey: s
                title: Undersøkelsen
                deliveries:
                  - {files: "kryss-{wave}.csv", layout: crosstab, question: column A, header: rows 1-2, answers: column B}
                """;
        input(
                "kryss-2020.csv",
                ";;Alle;Kjønn;\n;;;Kvinner;\"Menn \"\"M\"\"\"\nBruk: \\ hva?;No;60;59;61\n;Aldri;40;41;39\n");
        input(
                "kryss-2021.csv",
                ";;Alle;Kjønn;\n;;;Kvinner;\"Menn \"\"M\"\"\"\nBruk: \\ hva?;Aldri;41;42;40\n;No;59;58;60\n");
        assertThat(pasted(definition)).containsExactly("""
                # found for s, for jobs/s.yaml
                questions:
                  bruk-hva:
                    text: "Bruk: \\\\ hva?"
                    answers:
                      "no": "No"
                      aldri: "Aldri"
                breakdowns:
                  kjonn:
                    text: "Kjønn"
                    groups:
                      kvinner: "Kvinner"
                      menn-m: "Menn \\"M\\""
                """.lines().toArray(String[]::new));
    }

    @Test
    void pastedCodebookOfASeriesOfValuesGivesTheSameTidyFiles() throws IOException {
        String definition = """
                survey: s
                title: Svarprosent
                deliveries:
                  - {files: "*.csv", layout: series, question: rate, items: column A, figures: number, unit: dager}
                """;
        input("svar.csv", "Land;2020-Q1;2020-Q2\nNorge;12;14\n1984 & co;7;9\n");
        assertThat(pasted(definition))
                .containsSubsequence("  rate:", "      norge: \"Norge\"", "      \"1984-co\": \"1984 & co\"", "tables:")
                .contains("  rate: {measure: [value], by: all}");
    }

    @Test
    void saysWhatAnswersAQuestionDeclaredWithoutThemHas() throws IOException {
        input("svar-2020.csv", "q;r\nJa;1\nNei;2\nJa;1\n");
        definition("""
                survey: s
                title: Undersøkelsen
                deliveries:
                  - {files: "svar-{wave}.csv", layout: microdata}
                questions:
                  q: {text: {nb: Spørsmål, en: Question}, column: q}
                  r: {column: r, answers: {1: Ja, 2: Nei}}
                """);
        assertThat(check())
                .contains("    text: {nb: \"Spørsmål\", en: \"Question\"}", "      ja: \"Ja\"", "      nei: \"Nei\"")
                .doesNotContain("  r:", "breakdowns:", "tables:");
    }

    @Test
    void saysNothingWhereTheDefinitionSaysAll() throws IOException {
        Fixture.copy(Path.of("src/test/resources/golden/crosstab/jobs"), folder.resolve("jobs"));
        Fixture.copy(Path.of("src/test/resources/golden/crosstab/input"), folder.resolve("input"));
        assertThat(check()).isEmpty();
    }

    /** The lines found, after they were pasted and the figures published before and after compared. */
    private List<String> pasted(String definition) throws IOException {
        definition(definition);
        List<String> found = check();
        SortedMap<String, String> before = tidy();
        assertThat(before).isNotEmpty();
        Survey survey = Definitions.readFile(definition(definition + String.join("\n", found) + "\n"));
        assertThat(survey.questions()).isNotEmpty();
        assertThat(check()).isEmpty();
        assertThat(tidy()).isEqualTo(before);
        return found;
    }

    private List<String> check() {
        Checking.Result result = new Checking(Fixture.settings(folder, 1), Progress.SILENT).check(List.of());
        assertThat(result.problems()).isEmpty();
        return result.codebook();
    }

    private SortedMap<String, String> tidy() throws IOException {
        Runner.Summary summary = new Runner(Fixture.settings(folder, 1), Progress.SILENT).run();
        assertThat(summary.rejected()).isZero();
        SortedMap<String, String> tidy = new TreeMap<>();
        Fixture.files(folder.resolve("output/latest/s").toRealPath()).forEach((path, bytes) -> {
            if (path.endsWith(".csv")) {
                tidy.put(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return tidy;
    }

    private Path definition(String yaml) throws IOException {
        return Files.writeString(folder.resolve("jobs/s.yaml"), yaml);
    }

    private void input(String name, String csv) throws IOException {
        Fixture.rest(Files.writeString(folder.resolve("input").resolve(name), csv));
    }
}
