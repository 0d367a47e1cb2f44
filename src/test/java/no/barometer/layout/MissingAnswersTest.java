package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.survey.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who did not answer, of respondents, and who was not asked. */
class MissingAnswersTest {
    @TempDir
    Path folder;

    private Reading read(String questions, String... rows) throws IOException {
        return SmallDelivery.csv(folder, """
                reliability: off
                disclosure: off
                language: en
                locale: en
                design: {id: id}
                deliveries:
                  - {files: "s-{wave}.csv", layout: microdata}
                questions:
                """ + questions.indent(2), rows).reading();
    }

    /** How many of everybody are in each part, by question and option. */
    private Map<String, Map<String, Long>> counts(String questions, String... rows) throws IOException {
        Reading reading = read(questions, rows);
        assertThat(reading.problems()).isEmpty();
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Totals one : new Reduction(reading.tallies().get("2020"), "2020", Map.of()).totals()) {
            Map<String, Long> parts = counts.computeIfAbsent(one.question() + one.option(), fresh -> new TreeMap<>());
            for (int i = 0; i < one.n().length; i++) {
                parts.put(one.parts().get(i), one.n()[i]);
            }
        }
        return counts;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{multiple: dummies, column: q_*, answers: [tv, radio], missing: [dk]}",
                "{multiple: option text, column: q_*, answers: [tv, radio], missing: [dk]}",
                "{multiple: dummies, answers: {tv: {column: q_tv}, radio: {column: q_radio}}, missing: {dk: {column: q_dk}}}"
            })
    void whoChoosesAMissingAnswerAmongOptionsIsNotInTheBase(String question) throws IOException {
        String[] rows = {"id,q_tv,q_radio,q_dk", "1,1,0,0", "2,1,1,0", "3,0,0,0", "4,0,0,1", "5,0,0,1"};
        if (question.contains("option text")) {
            for (int i = 1; i < rows.length; i++) {
                String[] cells = rows[i].split(",", -1);
                rows[i] = cells[0]
                        + (cells[1].equals("1") ? ",tv" : ",")
                        + (cells[2].equals("1") ? ",radio" : ",")
                        + (cells[3].equals("1") ? ",dk" : ",");
            }
        }
        Map<String, Map<String, Long>> counts = counts("q: " + question, rows);
        assertThat(counts.get("qtv"))
                .containsEntry("chosen", 2L)
                .containsEntry("not-chosen", 1L)
                .containsEntry("dk", 2L);
        assertThat(counts.get("qradio")).containsEntry("chosen", 1L).containsEntry("not-chosen", 2L);
    }

    @Test
    void aMissingNumberIsItsNumberHoweverItIsWritten() throws IOException {
        assertThat(counts("n: {column: n, number: hours, missing: [99]}", "n", "2.0", "99.0", "99", "099", "99.5", "3"))
                .containsEntry("n", Map.of("99", 3L, "sum", 3L, "weight", 3L));
    }

    @Test
    void oneOfTheOptionsChosenLeadsToAQuestion() throws IOException {
        String questions = """
                ch: {column: c_*, multiple: dummies, answers: [tv, radio]}
                f: {column: f, answers: [good, bad], asked when: {ch: tv}}
                """;
        assertThat(counts(questions, "c_tv,c_radio,f", "1,0,good", "1,1,bad", "1,0,", "0,1,", "0,0,")
                        .get("f"))
                .containsEntry("good", 1L)
                .containsEntry("bad", 1L)
                .containsEntry(Totals.NO_ANSWER, 1L);
        assertThat(read(questions, "c_tv,c_radio,f", "1,0,good", "0,1,bad").problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.ANSWER_NOT_ASKED);
    }

    @Test
    void anUnknownAnswerThatLeadsToOthersIsToldOnce() throws IOException {
        String questions = """
                uses: {column: uses, answers: ["yes", "no"]}
                f: {column: f, answers: [good, bad], asked when: {uses: "yes"}}
                g: {column: g, answers: [good, bad], asked when: {uses: "yes"}}
                """;
        assertThat(read(questions, "uses,f,g", "yes,good,bad", "perhaps,,").problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("perhaps")
                .doesNotContain("times");
    }
}
