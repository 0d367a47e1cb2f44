package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.barometer.job.Folder;
import no.barometer.survey.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printed table before the respondents of the next wave, 400 of whom say yes, 400 no and 200 that they do not know. */
class PrintedBaseTest {
    @TempDir
    Path folder;

    private TrendTable table(String sum, String... rows) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/s.yaml"), """
                survey: s
                title: S
                unit: persons
                deliveries:
                  - {files: "c-{wave}.csv", layout: crosstab, question: q, header: row 1, answers: column A, bases: {unweighted: Base}%s}
                  - {files: "m-{wave}.csv", layout: microdata}
                questions:
                  q: {column: q, answers: {yes: Ja, no: Nei}, missing: {dk: Vet ikke}}
                breakdowns: {g: {text: Kjønn, groups: [Kvinner, Menn]}}
                """.formatted(sum) + "tables: {q: {base: [valid, asked]}}\n");
        Files.writeString(folder.resolve("input/c-2020.csv"), ";Total;Kvinner;Menn\n" + String.join("\n", rows) + "\n");
        Files.writeString(
                folder.resolve("input/m-2021.csv"),
                "q\n" + "Ja\n".repeat(400) + "Nei\n".repeat(400) + "Vet ikke\n".repeat(200));
        return TrendTables.of(Folder.read(folder, "s")).get(0);
    }

    private static List<String> yes(TrendTable table) {
        return table.estimates().stream()
                .filter(one ->
                        one.row().answer().equals("yes") && one.row().group().equals("total"))
                .map(one -> one.wave().id() + " " + one.row().baseKind() + " " + one.value() + " of " + one.base()
                        + (one.change() == null ? "" : " changed by " + one.change()))
                .toList();
    }

    @Test
    void sharesThatAddUpOnlyWithDoNotKnowAreOfAllWhoWereAsked() throws IOException {
        TrendTable table = table("", "Ja;40;42;38", "Nei;40;38;42", "Vet ikke;20;20;20", "Base;1000;500;500");
        assertThat(yes(table))
                .containsExactly(
                        "2020 asked 40.0 of 1000.0",
                        "2021 valid 50.0 of 800.0",
                        "2021 asked 40.0 of 1000.0 changed by 0.0");
    }

    @Test
    void sharesThatAddUpByThemselvesAreOfValidAnswers() throws IOException {
        TrendTable table = table(", sum: any", "Ja;50;55;45", "Nei;50;45;55", "Vet ikke;20;20;20", "Base;800;400;400");
        assertThat(yes(table))
                .containsExactly(
                        "2020 valid 50.0 of 800.0",
                        "2021 valid 50.0 of 800.0 changed by 0.0",
                        "2021 asked 40.0 of 1000.0");
        assertThat(yes(table("", "Ja;50;55;45", "Nei;50;45;55", "Base;800;400;400")))
                .startsWith("2020 valid 50.0 of 800.0");
    }

    @Test
    void allColumnsDecideTogetherWhereRoundingSpeaksForEither() throws IOException {
        // the total adds up without the 1 per cent who do not know
        TrendTable table = table("", "Ja;60;50;69", "Nei;40;48;30", "Vet ikke;1;2;1", "Base;1000;500;500");
        assertThat(yes(table)).startsWith("2020 asked 60.0 of 1000.0");
    }

    @Test
    void areComparedWithTheRespondentsOfTheSameBase() throws IOException {
        table("", "Ja;40;42;38", "Nei;40;38;42", "Vet ikke;20;20;20", "Base;1000;500;500");
        Files.move(folder.resolve("input/c-2020.csv"), folder.resolve("input/c-2021.csv"));
        assertThat(Comparison.of(Folder.read(folder, "s"))).isEmpty();
    }

    @Test
    void aDeliveredFigureSaysOfWhomItIs() throws IOException {
        table("", "Ja;40;42;38", "Nei;40;38;42", "Vet ikke;20;20;20", "Base;1000;500;500");
        assertThat(Folder.read(folder, "s").observations())
                .hasSize(9)
                .extracting(Observation::baseKind)
                .containsOnly("asked");
    }
}
