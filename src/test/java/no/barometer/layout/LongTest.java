package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTest {
    @TempDir
    Path folder;

    private static final String LONG = """
            deliveries:
              - files: "s-{wave}.csv"
                layout: long
                question: column question
                items: column item
                answers: column answer
                breakdowns: {gender: column gender}
                figure: column pct
                sum: any
                %s
            questions:
              trust: {items: {tv: TV, radio: Radio}, answers: [Ja, Nei]}
            breakdowns:
              gender: {groups: [Menn, Kvinner]}
            """;
    private static final String HEADER = "note;question;item;answer;gender;pct";

    private SmallDelivery read(String ignore, String... rows) throws IOException {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return SmallDelivery.csv(folder, LONG.formatted(ignore), lines);
    }

    @Test
    void reportsAFigureWithoutTheItemOrAnswerThatTheCodebookLists() throws IOException {
        SmallDelivery read = read("", ";trust;TV;Ja;;45", ";trust;;Ja;;46", ";trust;Radio;;;47");
        assertThat(read.faults())
                .containsExactly(
                        "unknown-item | s-2020.csv, line 3, column C | ",
                        "unknown-answer | s-2020.csv, line 4, column D | ");
        assertThat(read.figures()).containsExactly("trust tv ja = 45.0");
    }

    @Test
    void rowsWithoutAnItemOrAnswerCanBeIgnored() throws IOException {
        SmallDelivery read = read("ignore: [\"\"]", "a;trust;TV;Ja;;45", "a;trust;;Ja;;46", "a;trust;Radio;;;47");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("trust tv ja = 45.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Web;trust;TV;Ja;;1",
                ";Web;TV;Ja;;1",
                ";trust;Web;Ja;;1",
                ";trust;TV;Web;;1",
                ";trust;TV;Ja;Web;1"
            })
    void aTextUnderIgnoreIsSkippedWhereverItStands(String row) throws IOException {
        SmallDelivery read = read("ignore: [Web]", ";trust;TV;Ja;Menn;45", row);
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("trust tv ja menn = 45.0");
    }

    @Test
    void ignoredQuestionsAndGroupsAreThoseThatNobodyDeclares() throws IOException {
        SmallDelivery read = read(
                "ignore: {questions: \"*\", groups: \"*\"}",
                ";trust;TV;Ja;Menn;45",
                ";trust;TV;Ja;Alle;46",
                ";trust;TV;Ja;;47",
                ";trust;TV;Ja;Ukjent;48",
                ";use;TV;Ja;Menn;49");
        assertThat(read.faults())
                .containsExactly(
                        "doubled-figure | s-2020.csv, line 4, column F | 46 at s-2020.csv, line 3, column F and 47");
        assertThat(read.figures()).containsExactly("trust tv ja menn = 45.0", "trust tv ja = 46.0");
    }

    private static final String MARKED = """
            deliveries:
              - files: "s-{wave}.csv"
                layout: long
                question: trust
                items: column item
                figure: column pct
                status: column flag
                marks: {"*": 0, "¹": missing, "²": withheld, e: e}
            questions:
              trust: {items: [TV, Radio]}
            """;

    @Test
    void aMarkForZeroOrMissingStandsInAFiguresPlace() throws IOException {
        SmallDelivery read = SmallDelivery.csv(folder, MARKED, "item;pct;flag", "TV;*;", "Radio;;*");
        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("trust tv = 0.0", "trust radio = 0.0");
        assertThat(SmallDelivery.csv(folder, MARKED, "item;pct;flag", "TV;¹;", "Radio;;¹")
                        .figures())
                .containsExactly("trust tv = m", "trust radio = m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TV;12*;", "TV;12¹;", "TV;12;*", "TV;12;¹"})
    void reportsAMarkForZeroOrMissingBehindAFigure(String row) throws IOException {
        SmallDelivery read = SmallDelivery.csv(folder, MARKED, "item;pct;flag", row, "Radio;12e;", "");
        assertThat(read.faults())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("contradicting-figures | s-2020.csv, line 2");
        assertThat(read.figures()).containsExactly("trust radio = 12.0");
    }

    @Test
    void aFigureThatIsMarkedAsWithheldIsWithheld() throws IOException {
        assertThat(SmallDelivery.csv(folder, MARKED, "item;pct;flag", "TV;12²;", "Radio;12;²")
                        .figures())
                .containsExactly("trust tv = C", "trust radio = C");
    }
}
