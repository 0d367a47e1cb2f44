package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Difi's assessments of web sites: quoted csv with backslashes, another schema and another unit from 2014. */
final class WebQualityTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("difi-kvalitet", temp);
    }

    @Test
    void readsAllFourFiles() {
        assertThat(published.status()).isZero();
        assertThat(published.problems())
                .allSatisfy(problem -> assertThat(problem)
                        .containsEntry("kind", "unmatched-file")
                        .hasEntrySatisfying("delivery", name -> assertThat(name).endsWith(".fields.csv")));
    }

    @ParameterizedTest
    @CsvSource({"2010, 674, 63.254, 69", "2011, 671, 62.216, 66", "2014, 52, 61.346, 3"})
    void countsSitesTheirMeanAndTheirStars(String wave, String sites, double mean, long sixStars) {
        Map<String, String> score = published.estimate("web-quality", "score", "wave=" + wave);
        assertThat(score).containsEntry("base", sites).containsEntry("measure", "mean");
        assertThat(Double.parseDouble(score.get("value"))).isCloseTo(mean, within(0.0005));
        double share = published.value("web-quality", "six-stars", "wave=" + wave);
        assertThat(share / 100 * Double.parseDouble(sites)).isCloseTo(sixStars, within(0.001));
    }

    @Test
    void breaksTheSeriesWhereTheUnitChanges() {
        List<Map<String, String>> scores = published.table("web-quality", "score");
        assertThat(scores).extracting(row -> row.get("obs_status")).containsExactly("", "", "b");
        assertThat(scores.get(2).get("change")).isEmpty();
    }

    @Test
    void countsEveryCriterionOfEverySite() {
        assertThat(published.estimate("web-quality-criteria", "points", "group=total"))
                .containsEntry("base", "1508")
                .containsEntry("unit", "points");
        assertThat(published.estimate("web-quality-criteria", "points", "group=3-tjenesten-er-trygg-a-bruke"))
                .containsEntry("base", "156");
    }
}
