package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import no.barometer.job.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One column that is read in two ways: what the coarser one tells of the finer. */
class CodingTest {
    @TempDir
    Path folder;

    /** The shares of yes that are published, by group. */
    private List<String> shown(String breakdowns) throws IOException {
        read("""
                questions: {q: {column: q, answers: ["yes", "no"]}}
                tables: {q: {by: all}}
                """ + breakdowns, "1,yes 2,1,no 60,2,yes 40,2,no 20,3,yes 9,3,no 60,4,yes 30,4,no 30".split(","));
        return shownOf(0, "yes");
    }

    /** @param numbers code, answer and how many, by turns */
    private void read(String definition, String... numbers) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/s.yaml"), """
                survey: s
                title: S
                unit: persons
                reliability: off
                deliveries: [{files: "s-{wave}.csv", layout: microdata}]
                """ + definition);
        StringBuilder csv = new StringBuilder("g,q\n");
        for (int i = 0; i < numbers.length; i += 2) {
            String[] many = numbers[i + 1].split(" ");
            csv.append((numbers[i] + "," + many[0] + "\n").repeat(Integer.parseInt(many[1])));
        }
        Files.writeString(folder.resolve("input/s-2020.csv"), csv);
    }

    private List<String> shownOf(int table, String answer) {
        return TrendTables.of(Folder.read(folder, "s")).get(table).estimates().stream()
                .filter(one -> answer.isEmpty() || one.row().answer().equals(answer))
                .filter(one -> one.value() != null)
                .map(one -> answer.isEmpty() ? one.row().answer() : one.row().group())
                .collect(Collectors.toList());
    }

    private static final String FINE =
            "fine: {column: g, groups: {f1: {as: [1]}, f2: {as: [2]}, f3: {as: [3]}, f4: {as: [4]}}}";

    @Test
    void aCoarseGroupThatTakesInASmallOneTellsNothingOfIt() throws IOException {
        List<String> shown = shown(
                "breakdowns: {" + FINE + ", coarse: {column: G, groups: {low: {as: [1, 2]}, high: {as: [3, 4]}}}}");
        // f1 is withheld; low less f2 would be f1, and so either both of a coarse group or the coarse ones go
        assertThat(shown).contains("total").doesNotContain("f1");
        assertThat(shown.containsAll(List.of("f2", "low"))).isFalse();
    }

    @Test
    void breakdownsOfOtherColumnsAreNotRelated() throws IOException {
        assertThat(shown("breakdowns: {" + FINE + "}")).containsExactly("total", "f2", "f4");
    }

    @Test
    void groupsAsDeliveredAreTheirOwnCodes() throws IOException {
        List<String> shown = shown(
                "breakdowns: {fine: {column: g}, coarse: {column: g, groups: {low: {as: [1, 2]}, high: {as: [3, 4]}}}}");
        assertThat(shown).contains("total").doesNotContain("1");
        assertThat(shown.containsAll(List.of("2", "low"))).isFalse();
    }

    @Test
    void anotherQuestionOfTheSameColumnTellsNothingOfASmallAnswer() throws IOException {
        read("""
                questions:
                  all: {column: g, answers: {1: One, 2: Two, 3: Three, 4: Four}}
                  half: {column: g, answers: {low: {as: [1, 2]}, high: {as: [3, 4]}}}
                tables: {all: {}, half: {}}
                """, "1,x 2,2,x 30,3,x 9,4,x 60".split(","));
        List<String> all = shownOf(0, "");
        List<String> half = shownOf(1, "");
        assertThat(all).isNotEmpty().doesNotContain("1");
        // low less 2 would be 1
        assertThat(all.contains("2") && half.contains("low")).isFalse();
    }
}
