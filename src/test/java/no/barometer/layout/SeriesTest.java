package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {
    @TempDir
    Path folder;

    private static final String SERIES = """
            deliveries:
              - {files: "s-*.csv", layout: series, items: column geo, wave: row 1, %s}
            questions:
              q: {items: [Norge, Sverige]}
              r: {items: [Norge, Sverige]}
            breakdowns:
              size: {groups: [Small, Large]}
            """;

    @Test
    void aTextUnderIgnoreIsSkippedInEveryColumnOfKeys() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder,
                SERIES.formatted("question: q, breakdowns: {size: column size}, ignore: [EU27, Medium]"),
                "unit;geo;size;2014",
                "PC;Norge;;40",
                "PC;EU27;;50",
                "PC;Sverige;Large;60",
                "PC;Sverige;Medium;60");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("q norge = 40.0", "q sverige large = 60.0");
    }

    @Test
    void ignoredQuestionsAndGroupsAreThoseThatNobodyDeclares() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder,
                SERIES.formatted("question: column unit, breakdowns: {size: column size}"
                        + ", ignore: {questions: \"*\", groups: \"*\"}"),
                "unit;geo;size;2014",
                "q;Norge;;40",
                "r;Norge;Small;41",
                "r;Norge;Medium;42",
                "x;Norge;;43");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("q norge = 40.0", "r norge small = 41.0");
    }
}
