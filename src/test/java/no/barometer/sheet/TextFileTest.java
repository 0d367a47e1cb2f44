package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    private static final String NORWEGIAN = "år;kjønn;andel\r\n2012;kvinne;45,3\r\n2012;mann;51,0\r\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void findsTheEncoding(String encoding) throws IOException {
        Reading reading = Reading.of(write(NORWEGIAN.getBytes(Charset.forName(encoding))));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.text("A1")).isEqualTo("år");
        assertThat(reading.cell("C2")).isEqualTo(new Cell(CellKind.TEXT, "45,3", Double.NaN, false));
        assertThat(reading.fields).containsExactly(3, 3, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void leavesTheByteOrderMarkOut(String encoding) throws IOException {
        Reading reading = Reading.of(write(("\ufeff" + NORWEGIAN).getBytes(Charset.forName(encoding))));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.text("A1")).isEqualTo("år");
    }

    @Test
    void readsADeclaredEncoding() throws IOException {
        ReadOptions options = new ReadOptions("IBM850", "", "", "", false, false, false, false, Bounds.DEFAULT);
        assertThat(Reading.of(write(NORWEGIAN.getBytes(Charset.forName("IBM850"))), options)
                        .text("B1"))
                .isEqualTo("kjønn");
    }

    @Test
    void namesTheLineOfAByteThatIsNoText() throws IOException {
        Reading utf8 = Reading.of(write(bytes("a,b\nå,ø\næ,å\n1,", 0xE5, "\n3,4\n")));
        assertThat(utf8.kinds()).containsExactly(Kind.BAD_ENCODING);
        assertThat(utf8.problems.get(0).at()).isEqualTo(Location.line("made.csv", 4));
        Reading windows = Reading.of(write(bytes("a,b\r\n1,", 0xE5, "\r\n1,", 0x81, "\r\n")));
        assertThat(windows.kinds()).containsExactly(Kind.BAD_ENCODING);
        assertThat(windows.problems.get(0).at()).isEqualTo(Location.line("made.csv", 3));
        assertThat(windows.text("B2")).isEqualTo("å");
    }

    @Test
    void namesTheLineOfAZeroByte() throws IOException {
        Reading reading = Reading.of(write(bytes("a,b\n1,2\n3,", 0, "\n")));
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
        assertThat(reading.problems.get(0).at().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    a,b,c@1,2,3                               => 3
                    a;b;c@1,5;2,5;3,5                         => 3
                    a\\tb,c\\td@1\\t2,3\\t4                     => 3
                    a|b@1|2                                   => 2
                    id,languages@1,C;Java;Python@2,C;Go       => 2
                    Table 1@age;n@16-24;45,1@25-34;4,7@35-44;1 => 2
                    "a;b","c"@"1;2","3"                       => 2
                    alone@1@2                                 => 1
                    sep=|@a|b;c@1|2;3                         => 2
                    """)
    void findsTheDelimiter(String text, int fields) throws IOException {
        String content = text.replace("@", "\n").replace("\\t", "\t") + "\n";
        Reading reading = Reading.of(write(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading.problems).isEmpty();
        assertThat(reading.fields).endsWith(fields);
    }

    @Test
    void asksForTheDelimiterWhereItCannotBeTold() throws IOException {
        Path file = write("a,b;c\nd,e;f\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.of(file).kinds()).containsExactly(Kind.AMBIGUOUS_FORMAT);
        ReadOptions semicolon = new ReadOptions("", ";", "", "", false, false, false, false, Bounds.DEFAULT);
        assertThat(Reading.of(file, semicolon).text("A2")).isEqualTo("d,e");
    }

    @Test
    void countsLinesThroughRecordsOfSeveralLinesAndBlankOnes() throws IOException {
        Path file = write("a,b\r\n\r\n\"x\r\ny\",2\r\n , \r\n3,4,\r\n".getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of(file);
        assertThat(reading.rows).containsExactly(1, 3, 6);
        assertThat(reading.fields).containsExactly(2, 2, 3);
        assertThat(reading.text("A3")).isEqualTo("x\r\ny");
    }

    @Test
    void namesTheLineOfAQuoteThatIsNotClosed() throws IOException {
        Reading open = Reading.of(write("a,b\n1,2\n3,\"4\n5,6\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(open.kinds()).containsExactly(Kind.UNBALANCED_QUOTE);
        assertThat(open.problems.get(0).at()).isEqualTo(Location.line("made.csv", 3));
        assertThat(open.rows).containsExactly(1, 2);
        Reading after = Reading.of(write("a,b\n1,\"2\"x\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(after.kinds()).containsExactly(Kind.UNBALANCED_QUOTE);
        assertThat(after.problems.get(0).at().line()).isEqualTo(2);
    }

    @Test
    void takesQuotesThatCloseNothingForTextWhereAnEscapeIsDeclared() throws IOException {
        ReadOptions backslash = new ReadOptions("", "", "", "\\", false, false, false, false, Bounds.DEFAULT);
        Path file = write("\"the \"ARVE\"\";\"a \\\"b\\\"\"\n\"\";\"c\"\"d\"\n".getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of(file, backslash);
        assertThat(reading.problems).isEmpty();
        assertThat(reading.text("A1")).isEqualTo("the \"ARVE\"");
        assertThat(reading.text("B1")).isEqualTo("a \"b\"");
        assertThat(reading.text("A2")).isEmpty();
        assertThat(reading.text("B2")).isEqualTo("c\"d");
    }

    @Test
    void readsGzippedTextAndReportsACutOne() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(NORWEGIAN.repeat(2000).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("made.csv.gz"), packed.toByteArray());
        assertThat(Reading.of(file).rows).hasSize(6000);
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        Reading cut = Reading.of(file);
        assertThat(cut.whole).isFalse();
        assertThat(cut.kinds()).containsExactly(Kind.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    $FL2@(#) SPSS DATA FILE       => UNSUPPORTED_FORMAT
                    <!DOCTYPE html><table></table> => UNSUPPORTED_FORMAT
                    %PDF-1.7                      => UNSUPPORTED_FORMAT
                    <?xml version="1.0"?><a/>     => UNKNOWN_FORMAT
                    """)
    void refusesWhatIsNoSpreadsheet(String content, Kind kind) throws IOException {
        Reading reading = Reading.of(write(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(kind);
    }

    @Test
    void reportsFilesThatHoldNothing() throws IOException {
        assertThat(Reading.of(write(new byte[0])).kinds()).containsExactly(Kind.EMPTY_FILE);
        assertThat(Reading.of(write("\n \n,,\n".getBytes(StandardCharsets.UTF_8)))
                        .kinds())
                .containsExactly(Kind.EMPTY_FILE);
        assertThat(Reading.of(folder.resolve("gone.csv")).kinds()).containsExactly(Kind.FILE_UNREADABLE);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("made.csv"), content);
    }

    /** Texts in UTF-8 and single bytes. */
    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                out.writeBytes(text.getBytes(text.contains("\r") ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8));
            } else {
                out.write((Integer) part);
            }
        }
        return out.toByteArray();
    }
}
