package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A survey's 181 sheets of crosstabs, its respondents, and its headlines with a row for each judgement. */
final class IpsosTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("ipsos-2016", temp);
    }

    @Test
    void readsEverySheetAndFile() {
        assertThat(published.status()).isZero();
        assertThat(published.problems())
                .extracting(problem -> problem.get("delivery"))
                .containsExactly("data-dictionary.docx");
    }

    @ParameterizedTest
    @CsvSource({"1, 39, 39.46", "2, 29, 29.16", "3, 28, 27.92", "4, 3, 3.46"})
    void printsPartiesAsTheSheetsAndTheRespondentsDo(String answer, double printed, double weighted) {
        Map<String, String> sheet = published.estimate("news", "printed-party", "answer=" + answer, "group=total");
        assertThat(Double.parseDouble(sheet.get("value"))).isEqualTo(printed);
        assertThat(sheet).containsEntry("base", "3015").containsEntry("method", "approximate");
        assertThat(published.value("news", "party", "answer=" + answer, "group=total"))
                .isCloseTo(weighted, within(0.005));
    }

    @Test
    void readsVisitsToFacebook() {
        assertThat(published.value("news", "printed-visits", "item=facebook", "answer=1", "group=total"))
                .isEqualTo(47);
        assertThat(published.estimates("news", "visits", "item=facebook", "group=total"))
                .extracting(row -> Math.round(Double.parseDouble(row.get("value")) * 10) / 10.0)
                .containsExactly(46.8, 14.7, 9.7, 3.5, 3.5, 1.7, 3.8, 16.3);
    }

    @Test
    void readsBuzzFeedAsASource() {
        assertThat(published.value("news", "printed-sources", "item=buzzfeed", "answer=1", "group=total"))
                .isEqualTo(8);
        assertThat(published.value("news", "printed-sources", "item=buzzfeed", "answer=2", "group=total"))
                .isEqualTo(17);
        assertThat(published.estimates("news", "sources", "item=buzzfeed", "group=total"))
                .extracting(row -> Math.round(Double.parseDouble(row.get("value")) * 10) / 10.0)
                .containsExactly(7.5, 16.7, 19.1, 31.7, 25.0);
    }

    @ParameterizedTest
    @CsvSource({"party, 56", "visits, 672", "sources, 350"})
    void computesWhatTheSheetsPrint(String table, int figures) {
        Comparison comparison = Comparison.of(published, "news", table, "printed-" + table);
        assertThat(comparison.figures()).isEqualTo(figures);
        assertThat(comparison.apart(0.5)).isEmpty();
        assertThat(comparison.otherBases()).isEmpty();
    }

    @Test
    void keepsTheStarOfASmallShareAsAFlag() {
        assertThat(published.estimate("news", "printed-visits", "item=snapchat", "answer=1", "group=55-plus"))
                .containsEntry("value", "")
                .containsEntry("obs_status", "n");
    }

    @ParameterizedTest
    @CsvSource({"fake, 1516, 75.12", "real, 2619, 83.44"})
    void sharesThoseWhoBelievedAHeadline(String story, String judgements, double share) {
        Map<String, String> believed = published.estimate("headlines", "accuracy", "measure=top-2", "group=" + story);
        assertThat(believed).containsEntry("base", judgements);
        assertThat(Double.parseDouble(believed.get("value"))).isCloseTo(share, within(0.005));
    }

    @Test
    void countsRecalledHeadlinesOnce() {
        assertThat(published.estimate("headlines", "accuracy", "measure=top-2", "group=total"))
                .containsEntry("base", "4135");
    }
}
