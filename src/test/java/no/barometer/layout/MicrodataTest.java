package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicrodataTest {
    @TempDir
    Path folder;

    private static final String OPTIONS = """
            deliveries:
              - {files: "s-{wave}.*", layout: microdata}
            questions:
              m: {column: m_*, multiple: dummies, answers: [a, b, c]}
            """;

    @Test
    void reportsAnOptionWhoseColumnIsMissing() throws IOException {
        SmallDelivery read = SmallDelivery.csv(folder, OPTIONS, "id;m_a;m_b", "1;1;0", "2;1;1");
        assertThat(read.faults()).containsExactly("column-missing | s-2020.csv, line 1 | \"m_a\"");
        assertThat(read.messages().get(0)).startsWith("The column \"m_c\" is missing");
    }

    @Test
    void reportsAColumnOfAnOptionThatTheCodebookDoesNotHave() throws IOException {
        SmallDelivery read = SmallDelivery.csv(folder, OPTIONS, "id;m_a;m_b;m_c;m_d", "1;1;0;0;0", "2;0;1;0;1");
        assertThat(read.faults()).containsExactly("unknown-answer | s-2020.csv, line 1 | d");
        assertThat(read.messages().get(0)).contains("the column \"m_d\"");
    }

    @Test
    void readsEveryOptionThatHasItsColumn() throws IOException {
        SmallDelivery read = SmallDelivery.csv(folder, OPTIONS, "id;M_A;m_b;m_c", "1;1;0;0", "2;0;1;1");
        assertThat(read.faults()).isEmpty();
        assertThat(read.reading().respondents()).isEqualTo(2);
    }

    private static final String SINGLE = """
            deliveries:
              - {files: "s-{wave}.*", layout: microdata%s}
            questions:
              q: {column: q, answers: [Ja, Nei]}
            breakdowns:
              gender: {column: gender}
            """;

    private static final Map<String, List<String>> WITH_NOTES = Map.of(
            "data", List.of("no;gender;q;x", "1;k;Ja", "2;m;Nei", "", "Source: our own survey", ";;;* not asked"));

    @Test
    void reportsNotesBelowTheRespondents() throws IOException {
        SmallDelivery read = SmallDelivery.workbook(folder, SINGLE.formatted(""), WITH_NOTES);
        assertThat(read.faults())
                .containsExactly(
                        "text-without-figures | s-2020.xlsx, sheet \"data\", A5 | Source: our own survey",
                        "text-without-figures | s-2020.xlsx, sheet \"data\", D6 | * not asked");
    }

    @Test
    void notesUnderIgnoreAreNoRespondents() throws IOException {
        SmallDelivery read = SmallDelivery.workbook(
                folder, SINGLE.formatted(", ignore: [\"Source:*\", \"* not asked\"]"), WITH_NOTES);
        assertThat(read.faults()).isEmpty();
        assertThat(read.reading().respondents()).isEqualTo(2);
    }

    @Test
    void anUnevenNoteOfATextFileCanBeIgnored() throws IOException {
        SmallDelivery read = SmallDelivery.csv(
                folder, SINGLE.formatted(", ignore: [\"Source:*\"]"), "no;gender;q", "1;k;Ja", ";;", "Source: us");
        assertThat(read.faults()).isEmpty();
        assertThat(read.reading().respondents()).isEqualTo(1);
    }

    @Test
    void whoAnsweredNothingCountsByAnythingElseThatIsRead() throws IOException {
        SmallDelivery read =
                SmallDelivery.csv(folder, SINGLE.formatted(""), "no;gender;q", "1;k;Ja", ";m;", "3;k;", ";;Nei");
        assertThat(read.faults()).isEmpty();
        assertThat(read.reading().respondents()).isEqualTo(4);
    }

    @Test
    void whoAnsweredNothingCountsByTheIdOfTheDesign() throws IOException {
        String[] lines = {"no;gender;q", "1;k;Ja", "2;;"};
        assertThat(SmallDelivery.csv(folder, SINGLE.formatted(""), lines).faults())
                .containsExactly("text-without-figures | s-2020.csv, line 3, column no | 2");
        SmallDelivery named = SmallDelivery.csv(folder, SINGLE.formatted(", design: {id: no}"), lines);
        assertThat(named.faults()).isEmpty();
        assertThat(named.reading().respondents()).isEqualTo(2);
    }
}
