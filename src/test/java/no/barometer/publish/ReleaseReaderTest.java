package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseReaderTest {
    @TempDir
    Path output;

    @Test
    void findsThePublishedLineOfAFigureInAnyRelease() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        new Publisher(output).publish(Samples.edition(71.5));
        Map<String, String> men = Map.of("wave", "2025", "item", "tv", "answer", "hoy", "group", "menn");

        ReleaseReader newest = ReleaseReader.newest(output).orElseThrow();
        ReleaseReader first = ReleaseReader.of(output, "2026-11").orElseThrow();

        assertThat(newest.name()).isEqualTo("2026-11.2");
        assertThat(newest.lines("tillit", "tillit", men))
                .extracting(TidyLine::value)
                .containsExactly("71.5");
        assertThat(first.lines("tillit", "tillit", men))
                .extracting(TidyLine::value)
                .containsExactly("70");
        assertThat(newest.lines("tillit", "tillit", Map.of("wave", "2025"))).hasSize(4);
        assertThat(newest.lines("tillit", "ukjent", Map.of())).isEmpty();
    }

    @Test
    void manifestKnowsDefinitionAndDeliveries() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        Manifest manifest = ReleaseReader.newest(output).orElseThrow().manifest();
        Manifest.SurveyEntry survey = manifest.survey("tillit").orElseThrow();

        assertThat(manifest.previous()).isEmpty();
        assertThat(survey.definition()).isEqualTo(new Manifest.Definition("tillit.yaml", "cc".repeat(32), "1"));
        assertThat(survey.deliveries())
                .extracting(DeliveryNote::path)
                .containsExactly("2024/tabeller.xlsx", "2025/svar.csv");
        assertThat(survey.tables().get(0).deliveries()).containsExactly("2024/tabeller.xlsx", "2025/svar.csv");
    }

    @Test
    void thereIsNoReleaseInAnEmptyFolder() throws Exception {
        assertThat(ReleaseReader.newest(output)).isEmpty();
        assertThat(ReleaseReader.of(output, "../somewhere")).isEmpty();
    }

    @Test
    void problemsOfTheLatestRunAreFoundUnderLatest() throws Exception {
        Reports reports = new Reports(output);
        reports.write(note("1"), List.of());
        reports.write(note("2"), List.of(Problem.of(Kind.EMPTY_FILE, Location.of("a.csv"), "0 bytes", "rows")));
        reports.write(note("2"), List.of());
        assertThat(reports.notes()).containsExactly(note("1"), note("2"));

        assertThat(Files.readSymbolicLink(output.resolve("reports/latest"))).hasToString("2");
        assertThat(Files.readAllLines(output.resolve("reports/latest/problems.csv")))
                .containsExactly("delivery,sheet,cell,line,survey,kind,severity,found,expected,message");
    }

    private static RunNote note(String run) {
        return new RunNote(
                run,
                "2026-11-01T06:00:00Z",
                "2026-11-01T06:00:09Z",
                1,
                0,
                0,
                0,
                7,
                "2026-11",
                List.of("a/b"),
                2,
                "done",
                "",
                Map.of("load", 1.5),
                "");
    }
}
