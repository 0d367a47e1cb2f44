package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import no.barometer.survey.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrosstabTest {
    @TempDir
    Path folder;

    private static final String TWO_BATTERIES = """
            deliveries:
              - {files: "s-{wave}.csv", layout: crosstab, question: column A, answers: column B%s}
            questions:
              trust: {items: {tv: TV, radio: Radio}, answers: [Ja, Nei]}
              use: {items: {tv: TV, web: Web}, answers: [Ja, Nei]}
            """;

    @Test
    void anItemOfTwoQuestionsIsThatOfTheBlocksQuestion() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, TWO_BATTERIES.formatted(", questions: [use]"), "q;a;Total", "TV;Ja;45", ";Nei;55");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("use tv ja = 45.0", "use tv nei = 55.0");
    }

    @Test
    void reportsAnItemOfTwoQuestions() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder,
                TWO_BATTERIES.formatted(", ignore: {questions: \"*\"}"),
                "q;a;Total",
                "TV;Ja;45",
                ";Nei;55",
                "Radio;Ja;35",
                ";Nei;65");
        assertThat(read.faults()).containsExactly("unknown-question | s-2020.csv, line 2, column A | TV");
        assertThat(read.messages().get(0)).contains("trust and use");
        assertThat(read.figures()).containsExactly("trust radio ja = 35.0", "trust radio nei = 65.0");
    }

    @Test
    void reportsAQuestionThatTheBlockDoesNotHold() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, TWO_BATTERIES.formatted(", questions: [use]"), "q;a;Total", "Radio;Ja;45", ";Nei;55");
        assertThat(read.faults()).contains("unknown-question | s-2020.csv, line 2, column A | Radio");
    }

    private static final String COUNT_AND_SHARE = """
            deliveries:
              - files: "s-{wave}.csv"
                layout: crosstab
                question: column A
                answers: column B
                each answer: [count, share]
                bases: {unweighted: Base}
            questions:
              q: {answers: [Ja, Nei]}
              r: {answers: [Ja, Nei]}
            """;

    @Test
    void readsTheShareOfEachAnswerBelowItsCount() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, COUNT_AND_SHARE, "q;a;Total", "q;Ja;30", ";;40", ";Nei;45", ";Nei;60", ";Base;75");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("q ja = 40.0", "q nei = 60.0");
    }

    @Test
    void reportsAnAnswerWithoutItsShare() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder,
                COUNT_AND_SHARE,
                "q;a;Total",
                "q;Ja;30",
                ";Nei;45",
                ";;60",
                ";Base;75",
                "r;Ja;50",
                ";;50",
                ";Nei;50");
        assertThat(read.faults())
                .containsExactly(
                        "place-not-found | s-2020.csv, line 3, column B | \"Nei\"",
                        "place-not-found | s-2020.csv, line 9, column B | the end");
        assertThat(read.messages().get(0)).contains("the row of the share of \"Ja\"");
        assertThat(read.figures()).containsExactly("q nei = 60.0", "r ja = 50.0");
    }

    @Test
    void theNextQuestionIsNoShareOfTheLastAnswer() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, COUNT_AND_SHARE, "q;a;Total", "q;Ja;30", ";;100", ";Nei;0", "r;Ja;50", ";;50", ";Base;75");
        assertThat(read.faults()).containsExactly("place-not-found | s-2020.csv, line 5, column B | \"Ja\"");
    }

    @Test
    void basesMayStandInPlaceOfAQuestion() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, COUNT_AND_SHARE, "q;a;Total", "q;Ja;30", ";;40", ";Nei;45", ";;60", "Base;;75");
        assertThat(read.faults()).isEmpty();
        assertThat(read.reading().observations()).extracting(Observation::base).containsExactly(75.0, 75.0);
    }

    @Test
    void basesMayStandAboveTheAnswersInTheRowOfTheQuestion() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, COUNT_AND_SHARE, "q;a;Total", "q;Base;75", ";Ja;30", ";;40", ";Nei;45", ";;60");
        assertThat(read.faults()).isEmpty();
        assertThat(read.reading().observations()).extracting(Observation::base).containsExactly(75.0, 75.0);
    }

    @Test
    void reportsBasesThatNoRowHolds() throws IOException {
        SmallDelivery read =
                SmallDelivery.csv(folder, COUNT_AND_SHARE, "q;a;Total", "q;Ja;30", ";;40", ";Nei;45", ";;60");
        assertThat(read.faults()).containsExactly("place-not-found | s-2020.csv | no such text beside the figures");
        assertThat(read.messages().get(0)).contains("a row \"Base\" of unweighted bases");
    }

    private static final String ONE_QUESTION = """
            deliveries:
              - {files: "s-{wave}.csv", layout: crosstab, question: q, answers: column A, header: row 1%s}
            """;

    @Test
    void readsTheGroupsOfABreakdownThatNobodyDeclares() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, ONE_QUESTION.formatted(", breakdown: gender"), ";Alle;Menn", "Ja;40;45", "Nei;60;55");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).contains("q ja = 40.0", "q ja menn = 45.0");
        assertThat(read.reading().labels())
                .extracting(label -> label.kind() + " " + label.parent() + " " + label.id())
                .contains("BREAKDOWN  gender", "GROUP gender menn");
    }

    @Test
    void advisesBasesWhereARowOfNumbersHasATextOfNoAnswer() throws IOException {
        String[] lines = {";Alle;Menn", "Ja;40;45", "Nei;60;55", "Antall intervju;1 012;498"};
        for (String questions : new String[] {"", "questions: {q: {answers: [Ja, Nei]}}"}) {
            SmallDelivery read =
                    SmallDelivery.csv(folder, ONE_QUESTION.formatted(", breakdown: gender") + questions, lines);
            assertThat(read.faults()).containsExactly("impossible-percentage | s-2020.csv, line 4, column A | 1 012");
            assertThat(read.messages().get(0)).contains("\"Antall intervju\" under bases");
        }
    }

    @Test
    void advisesWhereTextsStandWhereTheyAreBlank() throws IOException {
        SmallDelivery read =
                SmallDelivery.csv(folder, ONE_QUESTION.formatted(", breakdown: gender"), "Alle;", "Ja;40", ";60");
        assertThat(read.messages()).anySatisfy(message -> assertThat(message).contains("header and answers"));
    }

    @Test
    void listsTheCodesWhereNoneIsNear() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder,
                ONE_QUESTION.formatted(", breakdown: gender")
                        + "breakdowns: {gender: {groups: {m: {nb: Menn, as: [1]}, k: {nb: Kvinner, as: [2]}}}}",
                ";Alle;1;3",
                "Ja;40;45;44",
                "Nei;60;55;56");
        assertThat(read.messages()).hasSize(1).first().asString().contains("Expected one of \"Menn\", \"1\",");
    }
}
