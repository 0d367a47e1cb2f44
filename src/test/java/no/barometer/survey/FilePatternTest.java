package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FilePatternTest {
    private static final List<String> PARTS = List.of(
            "a", "A", "1", "2", ".", ".", "/", "-", ".gz", ".GZ", "gz", "\u00e5", "\u00c5", "k", "\u212a", "\u0130",
            "}");

    private static String text(SplittableRandom random, int most, List<String> without) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            String part = PARTS.get(random.nextInt(PARTS.size()));
            text.append(without.contains(part) ? "" : part);
        }
        return text.toString();
    }

    /** Patterns of one capture are read without a regular expression, and say the same as one. */
    @Test
    void saysWhatItsRegularExpressionSays() {
        SplittableRandom random = new SplittableRandom(7);
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            String start = text(random, 2, List.of());
            String end = text(random, 2, List.of());
            String name = List.of("wave", "part", "version").get(random.nextInt(3));
            FilePattern pattern = FilePattern.of(start + "{" + name + "}" + end);
            for (int j = 0; j < 4; j++) {
                String path = (random.nextInt(3) == 0 ? "in/" : "")
                        + (random.nextInt(4) == 0 ? start.toUpperCase(java.util.Locale.ROOT) : start)
                        + text(random, 4, List.of("/"))
                        + end
                        + (random.nextInt(3) == 0 ? ".gz" : "");
                Optional<Map<String, String>> expected = pattern.matchRegex(path);
                assertThat(pattern.match(path)).as("%s of %s", pattern, path).isEqualTo(expected);
                matches += expected.isPresent() ? 1 : 0;
            }
        }
        assertThat(matches).isBetween(20_000, 70_000);
    }

    @Test
    void capturesAsLittleAsPossible() {
        assertThat(FilePattern.of("x-{wave}").match("X-2012.gz")).contains(Map.of("wave", "2012"));
        assertThat(FilePattern.of("x-{part}.csv").match("in/x-a.csv.csv.gz")).contains(Map.of("part", "a.csv"));
        assertThat(FilePattern.of("q{wave}.csv").match("q2012.03.csv")).contains(Map.of("wave", "2012.03"));
        assertThat(FilePattern.of("q{wave}.csv").match("q2012.fields.csv")).isEmpty();
    }
}
