package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.survey.Definitions;
import no.barometer.warehouse.SeenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    private Path jobs;

    private Intake intake(String block, String... pathsAndContents) throws IOException {
        Files.writeString(
                jobs.resolve("s.yaml"),
                "survey: s\ntitle: {en: S}\nquestions: {q: {column: q}}\ndeliveries:\n  - " + block + "\n");
        List<SeenFile> files = Stream.of(pathsAndContents)
                .map(one -> one.split("="))
                .map(one -> new SeenFile(one[0], 1, 0, one[1]))
                .toList();
        return Intake.of(Definitions.read(jobs), files);
    }

    private static List<String> bundles(Intake intake) {
        return intake.bundles().stream()
                .map(bundle -> bundle.id() + " "
                        + bundle.claims().stream().map(Claim::path).toList())
                .toList();
    }

    @Test
    void putsThePartsOfAWaveIntoOneBundle() throws IOException {
        Intake intake = intake(
                "{files: \"s-{wave}-{part}.csv\", layout: microdata}",
                "s-2012-b.csv=1",
                "s-2012-a.csv=2",
                "s-2013-a.csv=3");
        assertThat(bundles(intake))
                .containsExactly(
                        "s-wave-part-csv:2012 [s-2012-a.csv, s-2012-b.csv]", "s-wave-part-csv:2013 [s-2013-a.csv]");
        assertThat(intake.problems()).isEmpty();
    }

    @Test
    void countsTheHighestVersionOnly() throws IOException {
        Intake intake =
                intake("{files: \"s-{wave}-v{version}.csv\", layout: microdata}", "s-2012-v1.csv=1", "s-2012-v2.csv=2");
        assertThat(bundles(intake)).containsExactly("s-wave-v-version-csv:2012 [s-2012-v2.csv]");
    }

    @Test
    void callsTheSameContentByItsFirstPath() throws IOException {
        Intake intake = intake("{files: \"**/s-{wave}.csv\", layout: microdata}", "b/s-2012.csv=1", "a/s-2012.csv=1");
        assertThat(bundles(intake)).containsExactly("s-wave-csv:2012 [a/s-2012.csv]");
        assertThat(intake.problems()).isEmpty();
    }

    @Test
    void rejectsTwoContentsInOneSlotAndNamesBoth() throws IOException {
        Intake intake = intake("{files: \"**/s-{wave}.csv\", layout: microdata}", "b/s-2012.csv=1", "a/s-2012.csv=2");
        assertThat(intake.bundles()).isEmpty();
        assertThat(intake.rejected()).containsExactly("a/s-2012.csv", "b/s-2012.csv");
        assertThat(intake.problems())
                .extracting(Problem::kind, problem -> problem.at().delivery(), Problem::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.SLOT_CONFLICT, "a/s-2012.csv", "a/s-2012.csv and b/s-2012.csv"),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.SLOT_CONFLICT, "b/s-2012.csv", "a/s-2012.csv and b/s-2012.csv"));
    }

    @Test
    void holdsAWaveBackUntilItsPartsAreThere() throws IOException {
        Intake intake = intake("{files: \"s-{wave}-{part}.csv\", layout: microdata, parts: [a, b]}", "s-2012-a.csv=1");
        assertThat(intake.bundles()).isEmpty();
        assertThat(intake.problems()).extracting(Problem::kind).containsExactly(Kind.MISSING_PART);
        assertThat(intake.problems().get(0).expected()).contains("b").contains("2012");
    }

    @Test
    void rejectsTwoFilesOfAPartThatDifferInCaseOnlyAndLetsTheWaveWait() throws IOException {
        Intake intake = intake(
                "{files: \"{wave}-{part}.csv\", layout: microdata, parts: [north, south]}",
                "2014-North.csv=1",
                "2014-north.csv=2",
                "2014-south.csv=3",
                "2015-North.csv=4",
                "2015-SOUTH.csv=5");
        assertThat(bundles(intake)).containsExactly("wave-part-csv:2015 [2015-North.csv, 2015-SOUTH.csv]");
        assertThat(intake.problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.SLOT_CONFLICT, Kind.SLOT_CONFLICT, Kind.WAVE_INCOMPLETE);
        assertThat(intake.rejected()).containsExactly("2014-North.csv", "2014-north.csv", "2014-south.csv");
    }

    @Test
    void rejectsAPartThatTheBlockDoesNotList() throws IOException {
        Intake intake = intake(
                "{files: \"{wave}-{part}.csv\", layout: microdata, parts: [north, south]}",
                "2015-north.csv=1",
                "2015-south.csv=2",
                "2015-west.csv=3");
        assertThat(intake.bundles()).isEmpty();
        assertThat(intake.problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.UNKNOWN_REFERENCE, Kind.WAVE_INCOMPLETE, Kind.WAVE_INCOMPLETE);
        assertThat(intake.rejected()).containsExactly("2015-west.csv", "2015-north.csv", "2015-south.csv");
    }

    @Test
    void tellsOfFilesThatNobodyClaims() throws IOException {
        Intake intake = intake("{files: \"s-{wave}.csv\", layout: microdata}", "other.xlsx=1");
        assertThat(intake.problems()).extracting(Problem::kind).containsExactly(Kind.UNMATCHED_FILE);
    }

    @Test
    void claimsByABlocksWavesWhereTwoBlocksSharePatterns() throws IOException {
        Intake intake = intake(
                "{files: \"s-{wave}.csv\", layout: microdata, waves: [2010]}\n"
                        + "  - {files: \"s-{wave}.csv\", layout: microdata, waves: [2014]}",
                "s-2010.csv=1",
                "s-2014.csv=2",
                "s-2012.csv=3");
        assertThat(bundles(intake)).containsExactly("s-wave-csv:2010 [s-2010.csv]", "s-wave-csv-2:2014 [s-2014.csv]");
        assertThat(intake.problems()).extracting(Problem::kind).containsExactly(Kind.UNMATCHED_FILE);
    }
}
