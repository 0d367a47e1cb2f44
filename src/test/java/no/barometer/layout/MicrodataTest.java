package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
}
