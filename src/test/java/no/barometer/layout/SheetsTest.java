package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetsTest {
    @TempDir
    Path folder;

    private static final String SHEETS = """
            deliveries:
              - {files: "s-*.xlsx", layout: crosstab, wave: sheet name, question: q, answers: column A, sheets: %s}
            questions:
              q: {answers: [Ja, Nei]}
            """;

    private SmallDelivery read(String sheets) throws IOException {
        List<String> table = List.of("Svar;Alle", "Ja;40", "Nei;60");
        return SmallDelivery.workbook(
                folder, SHEETS.formatted(sheets), new TreeMap<>(Map.of("2014 Q1", table, "2014 Q2", table)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, \"2014 q2\", \"2014 Q3\"] | \"2014 Q3\"",
                "[1, 2, 3, 4] | 3, 4",
                "[1, /2015.*/] | like (?:2015.*)",
                "[\"2013\"] | \"2013\""
            })
    void reportsEverySheetThatIsNotThere(String sheets, String lacking) throws IOException {
        SmallDelivery read = read(sheets);
        assertThat(read.faults()).containsExactly("sheet-not-found | s-2020.xlsx | 2014 Q1, 2014 Q2");
        assertThat(read.messages()).first().asString().startsWith("There is no sheet " + lacking + ";");
    }

    @Test
    void readsSheetsByNumberNameAndPattern() throws IOException {
        for (String sheets : List.of("[1, \"2014 q2\"]", "/2014.*/", "[1, /.* Q2/]", "[1, 2, \"2014 Q1\"]")) {
            SmallDelivery read = read(sheets);
            assertThat(read.faults()).isEmpty();
            assertThat(read.reading().waves()).containsOnlyKeys("2014-Q1", "2014-Q2");
        }
    }
}
