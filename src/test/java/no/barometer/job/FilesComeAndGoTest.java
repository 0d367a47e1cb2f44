package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are taken out, put back, added and called otherwise from run to run. */
class FilesComeAndGoTest {
    private static final String CUMULATIVE =
            "{files: \"p*.csv\", layout: series, question: q, wave: row 1, items: column item, cumulative: true}";
    private static final String VERSIONS =
            "{files: \"p{version}.csv\", layout: series, question: q, wave: row 1, items: column item}";
    private static final String RESPONDENTS = "{files: \"*.csv\", layout: microdata, wave: column year}";
    private static final String RESPONDENTS_BY_VERSION =
            "{files: \"*-v{version}.csv\", layout: microdata, wave: column year}";
    private static final String ANSWERS = "\nquestions: {q: {column: q, answers: [ja, nei]}}\n";

    @TempDir
    private Path folder;

    private void define(String block, String more) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(
                folder.resolve("jobs/s.yaml"),
                "survey: s\ntitle: {en: S}\nlocale: en\ndisclosure: off\nreliability: off\ndeliveries:\n  - " + block
                        + more);
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve("input").resolve(name);
        Files.createDirectories(file.getParent());
        Fixture.rest(Files.writeString(file, text));
    }

    /** Respondents of some years; the first one of each says yes. */
    private static String respondents(String header, int size, int... years) {
        StringBuilder text = new StringBuilder(header + "\n");
        for (int year : years) {
            for (int i = 0; i < size; i++) {
                text.append(header.replace("year", "" + year).replace("q", i == 0 ? "ja" : "nei"))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private void remove(String name) throws IOException {
        Files.delete(folder.resolve("input").resolve(name));
    }

    private Runner.Summary run() throws IOException {
        return new Runner(Fixture.settings(folder, 1), Progress.SILENT).run();
    }

    /** Values by wave, of a table's first item and answer. */
    private SortedMap<String, String> figures() throws IOException {
        SortedMap<String, String> figures = new TreeMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("output/latest/s/q.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            figures.putIfAbsent(fields[2], fields[11]);
        }
        return figures;
    }

    private static List<String> told(Runner.Summary summary) {
        return summary.problems().stream()
                .map(one -> one.kind().code() + " " + one.at().delivery())
                .toList();
    }

    @Test
    void aCumulativeFileThatLacksAWaveOfOneThatIsGoneIsRejectedByName() throws IOException {
        define(CUMULATIVE, "");
        put("p1.csv", "item,2014,2015\na,40,41\n");
        run();
        remove("p1.csv");
        put("p2.csv", "item,2015,2016\na,42,43\n");

        Runner.Summary summary = run();
        assertThat(told(summary)).containsExactly("source-gone p1.csv", "wave-incomplete p2.csv");
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.deliveries()).isZero();
        assertThat(summary.problems()).extracting(Problem::message).anyMatch(one -> one.contains("forget p1.csv"));
        assertThat(figures()).isEqualTo(Map.of("2014", "40", "2015", "41"));
        assertThat(run().rejected()).as("told again").isEqualTo(1);

        put("p1.csv", "item,2014,2015\na,40,41\n");
        assertThat(run().problems()).isEmpty();
        assertThat(figures()).isEqualTo(Map.of("2014", "40", "2015", "42", "2016", "43"));
    }

    @Test
    void aCumulativeFileThatHoldsAllWavesOfOneThatIsGoneTakesItsPlace() throws IOException {
        define(CUMULATIVE, "");
        put("p1.csv", "item,2014,2015\na,40,41\n");
        run();
        remove("p1.csv");
        put("p2.csv", "item,2014,2015,2016\na,40,42,43\n");
        assertThat(run().problems()).isEmpty();
        assertThat(figures()).isEqualTo(Map.of("2014", "40", "2015", "42", "2016", "43"));
    }

    @Test
    void aCumulativeFileTakenOutBesideOthersLeavesItsFiguresStanding() throws IOException {
        define(CUMULATIVE, "");
        put("p1.csv", "item,2014,2015\na,40,41\n");
        put("p2.csv", "item,2015,2016\na,42,43\n");
        run();
        remove("p1.csv");
        Runner.Summary summary = run();
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.released()).isFalse();
    }

    @Test
    void aPanelsNewWaveWaitsForTheOneThatIsGone() throws IOException {
        define("{files: \"raw-{wave}.csv\", layout: microdata, design: {panel: yes, id: id}}", ANSWERS);
        put("raw-2014.csv", "id,q\n1,ja\n2,nei\n");
        run();
        remove("raw-2014.csv");
        put("raw-2015.csv", "id,q\n1,ja\n2,ja\n");

        Runner.Summary summary = run();
        assertThat(told(summary)).containsExactly("source-gone raw-2014.csv", "wave-incomplete raw-2015.csv");
        assertThat(summary.rejected()).isEqualTo(1);

        put("raw-2014.csv", "id,q\n1,ja\n2,nei\n");
        assertThat(run().problems()).isEmpty();
        assertThat(figures()).isEqualTo(Map.of("2014", "50", "2015", "100"));
    }

    @Test
    void aFileThatHoldsSomeWavesOnlyOfOneThatIsGoneIsRejectedUntilThatIsForgotten() throws IOException {
        define(RESPONDENTS, ANSWERS);
        put("a.csv", respondents("year,q", 2, 2014, 2015));
        run();
        remove("a.csv");
        put("b.csv", respondents("year,q", 4, 2015, 2016));
        assertThat(told(run())).containsExactly("source-gone a.csv", "wave-incomplete b.csv");
        assertThat(figures()).isEqualTo(Map.of("2014", "50", "2015", "50"));

        put("a.csv", respondents("year,q", 2, 2014, 2015));
        assertThat(told(run())).containsExactly("slot-conflict b.csv");

        remove("a.csv");
        Settings settings = Fixture.settings(folder, 1);
        new Forgetting(settings, "a.csv").with(new Runner(settings, Progress.SILENT));
        assertThat(figures()).isEqualTo(Map.of("2015", "25", "2016", "25"));
    }

    @Test
    void aFileThatHoldsAllWavesOfOneThatIsGoneTakesItsPlaceUntilThatIsPutBack() throws IOException {
        define(RESPONDENTS, ANSWERS);
        put("a.csv", respondents("year,q", 2, 2014));
        run();
        remove("a.csv");
        put("b.csv", respondents("year,q", 4, 2014, 2015));
        assertThat(run().problems()).isEmpty();
        assertThat(figures()).isEqualTo(Map.of("2014", "25", "2015", "25"));

        put("a.csv", respondents("year,q", 2, 2014));
        assertThat(told(run())).containsExactly("slot-conflict a.csv");
        assertThat(figures()).isEqualTo(Map.of("2014", "25", "2015", "25"));
    }

    @Test
    void filesThatDifferInMoreThanTheirVersionAreDifferentFiles() throws IOException {
        define(RESPONDENTS_BY_VERSION, ANSWERS);
        put("spring-v1.csv", respondents("year,q", 2, 2014));
        put("winter-v1.csv", respondents("year,q", 4, 2015));
        assertThat(run().deliveries()).isEqualTo(2);
        assertThat(figures()).isEqualTo(Map.of("2014", "50", "2015", "25"));

        put("autumn-v2.csv", respondents("year,q", 5, 2015));
        Runner.Summary summary = run();
        assertThat(told(summary)).containsExactly("slot-conflict autumn-v2.csv");
        assertThat(summary.rejected()).isEqualTo(1);
    }

    @Test
    void aLaterVersionTakesThePlaceOfAnEarlierOneThatWasLoaded() throws IOException {
        define(RESPONDENTS_BY_VERSION, ANSWERS);
        put("r-v1.csv", respondents("year,q", 2, 2014));
        run();
        put("r-v2.csv", respondents("year,q", 4, 2014));
        assertThat(run().problems()).isEmpty();
        assertThat(figures()).isEqualTo(Map.of("2014", "25"));

        remove("r-v2.csv");
        put("r-v3.csv", respondents("year,q", 5, 2014));
        assertThat(run().problems()).isEmpty();
        assertThat(figures()).isEqualTo(Map.of("2014", "20"));
    }

    @Test
    void aLaterVersionLeavesOutWavesAsACorrectionDoesInOneRunOrOneByOne() throws IOException {
        define(VERSIONS, "");
        put("p1.csv", "item,2014,2015\na,40,41\n");
        run();
        put("p2.csv", "item,2014,2015,2016\na,40,41,42\n");
        run();
        assertThat(figures()).isEqualTo(Map.of("2014", "40", "2015", "41", "2016", "42"));
        put("p3.csv", "item,2015,2016,2017\na,41,42,43\n");
        assertThat(run().problems()).isEmpty();
        String oneByOne = Files.readString(folder.resolve("output/latest/s/q.csv"));

        Fixture.delete(folder.resolve("output"));
        Files.delete(folder.resolve("warehouse.mv.db"));
        assertThat(run().problems()).isEmpty();
        assertThat(folder.resolve("output/latest/s/q.csv")).hasContent(oneByOne);
        assertThat(figures()).isEqualTo(Map.of("2015", "41", "2016", "42", "2017", "43"));
    }

    @Test
    void theSameContentIsCalledByItsFirstPathWhenThatCameLater() throws IOException {
        define("{files: \"*l-{wave}.csv\", layout: long, question: q, items: column item, figure: column pct}", "");
        put("sub/l-2014.csv", "item,pct\na,40\n");
        run();
        put("copy-l-2014.csv", "item,pct\na,40\n");
        assertThat(run().problems()).isEmpty();
        assertThat(Files.readString(folder.resolve("output/latest/s/q.csv")))
                .contains("copy-l-2014.csv")
                .doesNotContain("sub/l-2014.csv");
        assertThat(run().released()).isFalse();
    }

    @Test
    void theSameContentIsOneDeliveryWhereOnlyItTellsTheWave() throws IOException {
        define(RESPONDENTS, ANSWERS);
        put("sub/a.csv", respondents("year,q", 2, 2014));
        run();
        put("a.csv", respondents("year,q", 2, 2014));
        assertThat(run().problems()).isEmpty();
        assertThat(Files.readString(folder.resolve("output/latest/s/q.csv")))
                .contains("a.csv")
                .doesNotContain("sub/a.csv");
        assertThat(run().released()).isFalse();
    }

    @Test
    void filesThatAreRejectedForOneSlotAreNotCountedAsLoaded() throws IOException {
        define(RESPONDENTS, ANSWERS);
        put("a.csv", respondents("year,q", 2, 2014));
        put("b.csv", respondents("year,q", 4, 2014));
        Checking.Result checked = new Checking(Fixture.settings(folder, 1), Progress.SILENT).check(List.of());
        assertThat(checked.deliveries()).isEqualTo(2);
        assertThat(checked.rejected()).isEqualTo(2);
        Runner.Summary summary = run();
        assertThat(summary.problems()).extracting(Problem::kind).containsOnly(Kind.SLOT_CONFLICT);
        assertThat(summary.deliveries()).isZero();
        assertThat(summary.rejected()).isEqualTo(2);
    }
}
