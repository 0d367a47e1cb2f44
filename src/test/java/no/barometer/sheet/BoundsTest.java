package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every bound is a fault of its own, whose message names the key that raises it. */
class BoundsTest {
    private static final String CELLS = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row>"
            + "<row r='2'><c r='A2' t='s'><v>0</v></c></row>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Bound.class, mode = EnumSource.Mode.EXCLUDE, names = "SECONDS")
    void isAFaultOfItsOwn(Bound bound) throws IOException {
        Path file = file(bound);
        long enough = bound == Bound.TEXT || bound == Bound.STRINGS_LENGTH || bound == Bound.RECORD ? 5 : 1;
        Bounds bounds = Bounds.DEFAULT.with(bound, enough);
        Reading reading = reading(file, bound == Bound.RATIO ? bounds.with(Bound.RATIO_FLOOR, 1) : bounds, bound);
        if (bound == Bound.RATIO_FLOOR) {
            // only where it is low does the ratio count
            assertThat(reading.problems).isEmpty();
            bounds = bounds.with(Bound.RATIO, 1);
            assertThat(reading(file, bounds, bound).kinds()).containsExactly(Kind.TOO_LARGE);
            return;
        }
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.TOO_LARGE);
        assertThat(reading.problems.get(0).expected())
                .contains("at most " + enough + " " + bound.unit())
                .endsWith("(bounds." + bound.key() + ")");
        assertThat(reading(file, Bounds.DEFAULT, bound).problems).isEmpty();
    }

    @Test
    void countsABlankGridToo() throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.csv"), ",".repeat(9_999) + "1" + "\n".repeat(6_000) + "1\n");
        assertThat(grid(wide, Bounds.DEFAULT).kinds()).containsExactly(Kind.TOO_LARGE);
    }

    @Test
    void endsWhenTheTimeIsOver() throws IOException {
        Path file = Files.writeString(folder.resolve("long.csv"), "1,2\n".repeat(1_000));
        ReadOptions hasty =
                new ReadOptions("", "", "", "", false, false, false, false, Bounds.DEFAULT.with(Bound.SECONDS, 1));
        RowSink slow = new RowSink() {
            @Override
            public boolean sheet(SheetInfo sheet) {
                return true;
            }

            @Override
            public void row(SourceRow row) {
                if (row.number() == 1) {
                    LockSupport.parkNanos(1_100_000_000L);
                }
            }
        };
        List<Problem> problems = new ArrayList<>();
        assertThat(Spreadsheets.read(file, "long.csv", hasty, slow, problems::add))
                .isFalse();
        assertThat(problems).extracting(Problem::kind).containsExactly(Kind.TOO_LARGE);
        assertThat(problems.get(0).expected()).contains("1 seconds", "bounds.seconds");
    }

    private Reading reading(Path file, Bounds bounds, Bound bound) {
        return bound == Bound.TABLE_CELLS
                ? grid(file, bounds)
                : Reading.of(file, new ReadOptions("", "", "", "", false, false, false, false, bounds));
    }

    private static Reading grid(Path file, Bounds bounds) {
        Reading reading = new Reading();
        ReadOptions options = new ReadOptions("", ",", "", "", false, false, false, false, bounds);
        reading.whole = Grid.read(
                file, file.getFileName().toString(), options, sheet -> true, grid -> {}, reading.problems::add);
        return reading;
    }

    private Path file(Bound bound) throws IOException {
        return switch (bound) {
            case XLS_CELLS -> xls();
            case RECORD -> Files.writeString(folder.resolve("long.csv"), "a,b\n\"" + "long\n".repeat(9) + "\",c\n");
            case SHEETS ->
                made(parts -> parts.computeIfPresent(
                        "xl/workbook.xml",
                        (name, xml) -> xml.replace("</sheets>", "<sheet name='T' sheetId='2' r:id='r0'/></sheets>")));
            case MERGED_REGIONS ->
                made(
                        parts -> parts.computeIfPresent(
                                "xl/worksheets/s.xml",
                                (name, xml) -> xml.replace(
                                        "</worksheet>",
                                        "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A3:B3'/></mergeCells></worksheet>")));
            case XML_PIECE, RATIO, RATIO_FLOOR ->
                made(parts -> parts.computeIfPresent(
                        "xl/sharedStrings.xml",
                        (name, xml) -> xml.replace("<si><t>plain", "<si><t>" + " ".repeat(100_000) + "plain")));
            default -> made(parts -> {});
        };
    }

    private Path made(Consumer<Map<String, String>> change) throws IOException {
        Map<String, String> parts = new TreeMap<>(MadeXlsx.parts(CELLS, ""));
        change.accept(parts);
        return MadeXlsx.zip(folder.resolve("made.xlsx"), parts);
    }

    private Path xls() throws IOException {
        Path file = folder.resolve("made.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Row row = workbook.createSheet("S").createRow(0);
            for (int c = 0; c < 9; c++) {
                row.createCell(c).setCellValue(c + 0.5);
            }
            workbook.write(out);
        }
        return file;
    }
}
