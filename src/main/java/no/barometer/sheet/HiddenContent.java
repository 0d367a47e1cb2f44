package no.barometer.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import no.barometer.problem.CellReference;

/** Which hidden rows and columns of a sheet hold something. */
final class HiddenContent {
    private final BitSet hiddenColumns;
    private final BitSet filledColumns = new BitSet();
    private final List<Range> rows = new ArrayList<>();

    /** Rows or columns, 1-based and inclusive. */
    record Range(int first, int last) {
        String named(String what) {
            return first == last ? what + " " + first : what + "s " + first + "-" + last;
        }

        String lettered(String what) {
            String from = CellReference.letters(first);
            return first == last ? what + " " + from : what + "s " + from + "-" + CellReference.letters(last);
        }
    }

    /** @param hiddenColumns their 1-based numbers */
    HiddenContent(BitSet hiddenColumns) {
        this.hiddenColumns = hiddenColumns;
    }

    /** Notes a row that is not blank. */
    void see(SourceRow row) {
        if (row.hidden()) {
            int last = rows.size() - 1;
            if (last >= 0 && rows.get(last).last() == row.number() - 1) {
                rows.set(last, new Range(rows.get(last).first(), row.number()));
            } else {
                rows.add(new Range(row.number(), row.number()));
            }
        }
        for (int c = hiddenColumns.nextSetBit(1); c > 0 && c <= row.width(); c = hiddenColumns.nextSetBit(c + 1)) {
            if (row.kind(c) != CellKind.BLANK) {
                filledColumns.set(c);
            }
        }
    }

    List<Range> rows() {
        return List.copyOf(rows);
    }

    List<Range> columns() {
        List<Range> ranges = new ArrayList<>();
        for (int c = filledColumns.nextSetBit(1); c > 0; c = filledColumns.nextSetBit(c)) {
            int end = filledColumns.nextClearBit(c);
            ranges.add(new Range(c, end - 1));
            c = end;
        }
        return ranges;
    }
}
