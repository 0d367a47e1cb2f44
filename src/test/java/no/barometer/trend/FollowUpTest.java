package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that is put to some only: how many they are tells what all answered before. */
class FollowUpTest {
    private static final List<String> GROUPS = List.of("total", "x", "y", "z");
    private static final long[][] USES = {{97, 42, 210}, {20, 2, 60}, {52, 30, 80}, {25, 10, 70}};
    private static final long[][] CHANNEL = {{55, 42}, {11, 9}, {32, 20}, {12, 13}};

    @TempDir
    Path jobs;

    private List<TrendTable> tables(String asked) throws IOException {
        Files.writeString(jobs.resolve("s.yaml"), """
                survey: s
                title: S
                unit: persons
                reliability: off
                deliveries: [{files: "s-{wave}.csv", layout: microdata}]
                questions:
                  uses: {column: uses, answers: {a: Often, b: Seldom, c: Never}}
                  channel: {column: channel, answers: {a: A, b: B}%s}
                breakdowns: {g: {column: g, groups: [x, y, z]}}
                """.formatted(asked));
        Survey survey = Definitions.read(jobs, "s");
        List<Totals> totals = new ArrayList<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            totals.add(of("uses", GROUPS.get(i), USES[i]));
            totals.add(of("channel", GROUPS.get(i), CHANNEL[i]));
        }
        return TrendTables.of(Made.material(survey, totals));
    }

    private static Totals of(String question, String group, long[] n) {
        Totals one = Made.totals("2020", group.equals("total") ? "total" : "g", group, n);
        return new Totals(
                one.wave(),
                question,
                "",
                "",
                one.breakdown(),
                one.group(),
                false,
                one.parts(),
                one.valid(),
                one.total(),
                one.n(),
                one.squares(),
                one.covariance(),
                one.dfValid(),
                one.dfAsked(),
                0,
                "");
    }

    private static List<String> withheld(TrendTable table) {
        return table.estimates().stream()
                .filter(one -> one.confStatus().equals("C"))
                .map(one -> one.row().group() + " " + one.row().answer())
                .toList();
    }

    @Test
    void withholdsAnAnswerThatTheFollowUpDoesNotTell() throws IOException {
        List<TrendTable> tables = tables(", asked when: {uses: a}");
        // beside b the smaller a would be withheld, but the follow-up's base tells it
        assertThat(withheld(tables.get(0))).containsExactlyInAnyOrder("x b", "x c", "z b", "z c");
        assertThat(withheld(tables.get(1))).isEmpty();
    }

    @Test
    void takesNoHeedOfAQuestionThatOnlyHappensToBeAnsweredByAsMany() throws IOException {
        List<TrendTable> tables = tables("");
        assertThat(withheld(tables.get(0))).containsExactlyInAnyOrder("x a", "x b", "z a", "z b");
        assertThat(withheld(tables.get(1))).isEmpty();
    }
}
