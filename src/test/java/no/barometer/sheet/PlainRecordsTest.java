package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRecordsTest {
    private static final String[] PIECES = {
        "a",
        "bc",
        "1.5",
        ",",
        ",",
        ",",
        ";",
        "\n",
        "\r\n",
        "\r",
        "",
        " ",
        "æ",
        "\u00a0",
        "\"x, y\"",
        "\"\"",
        "sep=",
        "é"
    };

    @TempDir
    Path folder;

    private record Row(int line, int fields, List<String> texts) {}

    @Test
    void readsWhatCommonsCsvReadsWithAndWithoutQuotes() throws IOException {
        SplittableRandom random = new SplittableRandom(20261126);
        int quoted = 0;
        for (int i = 0; i < 3_000; i++) {
            String text = made(random, i % 3 == 0);
            quoted += text.contains("\"") ? 1 : 0;
            assertThat(read(text)).as(text).isEqualTo(expected(text));
        }
        assertThat(quoted).isGreaterThan(500);
    }

    @Test
    void readsOnBehindItsBuffer() throws IOException {
        StringBuilder text = new StringBuilder("id,name\r\n");
        for (int i = 0; i < 80_000; i++) {
            text.append(i).append(",navn ").append(i % 700).append("\r\n");
        }
        text.append("last,").append("x".repeat(200_000)).append("\r\n\"quoted, here\",end");
        assertThat(read(text.toString())).isEqualTo(expected(text.toString())).hasSize(80_003);
    }

    @Test
    void tellsTheLineOfAByteThatIsNoTextFarBehind() throws IOException {
        byte[] text = "id,name\n".concat("1,navn\n".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        text[8 + 7 * 150_000 + 3] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("far.csv"), text);
        List<Problem> problems = new ArrayList<>();
        ReadOptions options = new ReadOptions("UTF-8", ",", "", "", false, false, false, false, Bounds.DEFAULT);
        Reading rows = new Reading();
        assertThat(Spreadsheets.read(file, "far.csv", options, rows, problems::add))
                .isFalse();
        assertThat(problems).extracting(Problem::kind).containsExactly(Kind.BAD_ENCODING);
        assertThat(problems.get(0).at().line()).isEqualTo(150_002);
        assertThat(rows.rows).startsWith(1, 2, 3).hasSizeGreaterThan(100_000);
    }

    private static String made(SplittableRandom random, boolean quotes) {
        StringBuilder text = new StringBuilder("h,k\n");
        boolean fieldStart = true;
        for (int i = random.nextInt(40); i >= 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            boolean quote = piece.startsWith("\"");
            if (quote && (!quotes || !fieldStart)) {
                continue;
            }
            text.append(piece);
            fieldStart = piece.equals(",") || piece.equals("\n") || piece.equals("\r\n") || piece.equals("\r");
            if (quote) {
                text.append(random.nextBoolean() ? "," : "\n");
                fieldStart = true;
            }
        }
        return text.toString();
    }

    private List<Row> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("made.csv"), text, StandardCharsets.UTF_8);
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        RowSink sink = new RowSink() {
            @Override
            public boolean sheet(SheetInfo sheet) {
                return true;
            }

            @Override
            public void row(SourceRow row) {
                List<String> texts = new ArrayList<>();
                for (int column = 1; column <= row.fields(); column++) {
                    texts.add(row.text(column));
                }
                rows.add(new Row(row.number(), row.fields(), texts));
            }
        };
        ReadOptions options = new ReadOptions("UTF-8", ",", "", "", false, false, false, false, Bounds.DEFAULT);
        Spreadsheets.read(file, "made.csv", options, sink, problems::add);
        assertThat(problems).as(text).isEmpty();
        return rows;
    }

    private static List<Row> expected(String text) throws IOException {
        List<Row> rows = new ArrayList<>();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (var parser = format.parse(new StringReader(text))) {
            long line = 1;
            for (CSVRecord record : parser) {
                List<String> texts = record.stream()
                        .map(one -> one.replace('\u00a0', ' ').isBlank() ? "" : one)
                        .toList();
                if (texts.stream().anyMatch(one -> !one.isEmpty())) {
                    rows.add(new Row((int) line, texts.size(), texts));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        }
        return rows;
    }
}
