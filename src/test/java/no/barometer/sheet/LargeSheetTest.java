package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.barometer.problem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet that is unpacked on a thread of its own. */
class LargeSheetTest {
    private static final int ROWS = 40_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeOne() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int r = 1; r <= ROWS; r++) {
            rows.append("<row r=\"" + r + "\"><c r=\"A" + r + "\"><v>" + r + "</v></c><c r=\"B" + r + "\"><v>"
                            + r * 0.5)
                    .append("</v></c></row>");
        }
        file = MadeXlsx.zip(folder.resolve("large.xlsx"), MadeXlsx.parts(rows.toString(), ""));
    }

    @Test
    void isReadToItsEnd() {
        Reading reading = Reading.of(file);
        assertThat(reading.problems).isEmpty();
        assertThat(reading.rows).hasSize(ROWS);
        for (int r = 1; r <= ROWS; r++) {
            assertThat(reading.cell("S!B" + r).number()).isEqualTo(r * 0.5);
        }
    }

    @Test
    void isDamagedWhereItsPackedBytesAre() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 40; i++) {
            bytes[i] ^= 0x55;
        }
        Reading reading = Reading.of(Files.write(file, bytes));
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
    }

    @Test
    void leavesNoThreadBehindWhenItsReadingIsGivenUp() {
        ReadOptions few =
                new ReadOptions("", "", "", "", false, false, false, false, Bounds.DEFAULT.with(Bound.ROWS, 10));
        Reading reading = Reading.of(file, few);
        assertThat(reading.kinds()).containsExactly(Kind.TOO_LARGE);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("read-ahead");
    }
}
