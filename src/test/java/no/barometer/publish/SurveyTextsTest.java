package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.publish.Manifest.FileEntry;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTextsTest {
    private static final Stamp STAMP = new Stamp("2026-11", "2026-11-30");

    @Test
    void isTheSameWhereItsSurveysWereToldBefore() {
        String text = "\n  \"surveys\" : [ ]";
        for (int count = 0; count < 3; count++) {
            List<SurveyEntry> surveys =
                    Stream.of("a", "b").limit(count).map(id -> survey(id, text)).toList();
            Manifest manifest =
                    new Manifest(text, "", "2026-11-30", STAMP, surveys, List.of(new FileEntry("æ.csv", "ab", 1)));
            SurveyTexts told = new SurveyTexts(null, null);
            told.begin(surveys);

            assertThat(text(told.within(manifest))).isEqualTo(text(ManifestFile.bytes(manifest)));
        }
    }

    @Test
    void surveysThatAreTakenOverStandAsBefore(@TempDir Path folder) throws IOException {
        List<SurveyEntry> before = surveys("a", "b", "c");
        Manifest last = manifest(before);
        Files.write(folder.resolve(ManifestFile.NAME), ManifestFile.bytes(last));
        Manifest read = ManifestFile.read(folder).orElseThrow();
        List<SurveyEntry> now = List.of(
                survey("0", "new"),
                read.surveys().get(0),
                survey("b", "changed"),
                read.surveys().get(2));

        assertThat(within(folder, read, now)).isEqualTo(text(ManifestFile.bytes(manifest(now))));
    }

    @Test
    void theirVeryWordsAreKept(@TempDir Path folder) throws IOException {
        String marked = text(ManifestFile.bytes(manifest(surveys("a", "b")))).replace("title b", "\\u0074itle b");
        Files.writeString(folder.resolve(ManifestFile.NAME), marked);
        Manifest read = ManifestFile.read(folder).orElseThrow();

        assertThat(within(folder, read, read.surveys())).isEqualTo(marked);
        // a survey that is equal, but was made again
        assertThat(within(folder, read, surveys("a", "b"))).isEqualTo(marked.replace("\\u0074itle b", "title b"));
    }

    @Test
    void aManifestInAnotherMannerIsToldAnew(@TempDir Path folder) throws IOException {
        String text = text(ManifestFile.bytes(manifest(surveys("a", "b", "c"))));
        String expected = text;
        for (String odd : List.of(
                text.replace("\n", "\r\n"),
                text.replace("\n  ", "\n"),
                text.replace("\n", " "),
                text.replace("\n    {\n", "\n    { "),
                text.replace("\n    },\n    {\n", "\n    }, {\n"),
                text.replace("\n      \"id\" : \"b\",", "\n      \"synthetic\" : false,\n      \"id\" : \"b\","))) {
            Files.writeString(folder.resolve(ManifestFile.NAME), odd);
            Manifest read = ManifestFile.read(folder).orElseThrow();

            assertThat(within(folder, read, read.surveys())).isEqualTo(expected);
        }
    }

    private static String within(Path folder, Manifest before, List<SurveyEntry> surveys) {
        SurveyTexts told = new SurveyTexts(folder, before);
        told.begin(surveys);
        return text(told.within(manifest(surveys)));
    }

    private static Manifest manifest(List<SurveyEntry> surveys) {
        return new Manifest("2026-11", "", "2026-11-30", STAMP, surveys, List.of(new FileEntry("æ.csv", "ab", 1)));
    }

    private static List<SurveyEntry> surveys(String... ids) {
        return Stream.of(ids).map(id -> survey(id, "title " + id)).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static SurveyEntry survey(String id, String title) {
        return new SurveyEntry(
                id,
                Map.of("nb", title),
                Map.of(),
                "nb",
                false,
                new Manifest.Definition(id + ".yaml", "ab", "1"),
                List.of(new DeliveryNote(id, "æ/ø.csv", "ab", "block", List.of("2026"), 3)),
                STAMP,
                List.of(),
                new Manifest.About(Map.of(), Map.of(), "", ""),
                STAMP,
                List.of());
    }
}
