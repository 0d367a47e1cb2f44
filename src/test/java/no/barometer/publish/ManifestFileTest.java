package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.publish.Manifest.FileEntry;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import org.junit.jupiter.api.Test;

class ManifestFileTest {
    private static final Stamp STAMP = new Stamp("2026-11", "2026-11-30");

    @Test
    void isTheSameWhereItsSurveysWereToldBefore() {
        String text = "\n  \"surveys\" : [ ]";
        for (int count = 0; count < 3; count++) {
            List<SurveyEntry> surveys =
                    Stream.of("a", "b").limit(count).map(id -> survey(id, text)).toList();
            Manifest manifest =
                    new Manifest(text, "", "2026-11-30", STAMP, surveys, List.of(new FileEntry("æ.csv", "ab", 1)));
            ManifestFile.Surveys told = new ManifestFile.Surveys();
            told.begin(surveys);

            assertThat(new String(ManifestFile.bytes(manifest, told), StandardCharsets.UTF_8))
                    .isEqualTo(new String(ManifestFile.bytes(manifest), StandardCharsets.UTF_8));
        }
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
