import java.nio.file.Path;
import java.util.Locale;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.ReadOptions;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.sheet.Spreadsheets;

/** Reads every cell of workbooks as a delivery is read; prints rows, cells, the sum of numbers and the characters of texts. */
public class Cells {
    public static void main(String[] files) {
        long[] counts = new long[3];
        double[] sum = new double[1];
        RowSink sink = new RowSink() {
            @Override
            public boolean sheet(SheetInfo sheet) {
                return true;
            }

            @Override
            public void row(SourceRow row) {
                counts[0]++;
                for (int column = 1; column <= row.width(); column++) {
                    if (row.kind(column) == CellKind.NUMBER) {
                        counts[1]++;
                        sum[0] += row.number(column);
                    } else if (row.kind(column) != CellKind.BLANK) {
                        counts[1]++;
                        counts[2] += row.text(column).length();
                    }
                }
            }
        };
        for (String file : files) {
            if (!Spreadsheets.read(Path.of(file), file, ReadOptions.DEFAULT, sink, System.out::println)) {
                System.exit(1);
            }
        }
        System.out.printf(Locale.ROOT, "rows=%d cells=%d sum=%.3f chars=%d%n", counts[0], counts[1], sum[0], counts[2]);
    }
}
