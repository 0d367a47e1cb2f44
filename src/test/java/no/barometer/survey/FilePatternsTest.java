package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilePatternsTest {
    private static final List<String> GLOBS = List.of(
            "trust/trust-{wave}.csv",
            "trust-{wave}.csv",
            "**/trust/*.csv",
            "Trust/T*.xlsx",
            "*.csv",
            "a**b.csv",
            "{part}/x.csv",
            "trust/trust-2012.csv",
            "\u00c5rs-{wave}.csv",
            "skole-{wave}.csv");
    private static final List<String> PATHS = List.of(
            "trust/trust-2012.csv",
            "TRUST/TRUST-2012.CSV",
            "trust/trust-2012.csv.gz",
            "old/trust-2012.csv",
            "trust-2012.csv",
            "old/trust/trust-2012.csv",
            "trust/t1.xlsx",
            "a/b/c.csv",
            "a/xb.csv",
            "p/x.csv",
            "\u00e5rs-2012.csv",
            "\u212aole/s\u212aole-2012.csv",
            "\u017fkole-2012.csv",
            "x",
            "");

    @Test
    void noPatternThatMatchesIsPassedOver() {
        List<FilePattern> all = GLOBS.stream().map(FilePattern::of).toList();
        FilePatterns<FilePattern> patterns = new FilePatterns<>(all, one -> one);
        int matches = 0;
        for (String path : PATHS) {
            List<FilePattern> matching =
                    all.stream().filter(one -> one.matchRegex(path).isPresent()).toList();
            assertThat(patterns.candidates(path)).as(path).containsAll(matching);
            matches += matching.size();
        }
        assertThat(matches).isGreaterThan(20);
    }

    @Test
    void candidatesComeInTheOrderGiven() {
        FilePatterns<String> patterns =
                new FilePatterns<>(List.of("*.csv", "trust-*.csv", "t*.csv", "media-*.csv"), FilePattern::of);
        assertThat(patterns.candidates("in/Trust-1.csv")).containsExactly("*.csv", "trust-*.csv", "t*.csv");
        assertThat(patterns.candidates("media/1.csv")).containsExactly("*.csv");
    }
}
