package no.barometer.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The cells of one .xls sheet in a few arrays. They may come in any order and leave row by row. */
final class XlsCells {
    /** Row, column and order of arrival, so that sorting puts them right. */
    private long[] positions = new long[1024];

    private @Nullable CellKind[] kinds = new CellKind[1024];
    private @Nullable String[] texts = new String[1024];
    private double[] numbers = new double[1024];
    private int[] styles = new int[1024];
    private int count;
    private boolean ordered = true;

    void number(int row, int column, int style, double value) {
        int at = add(row, column);
        kinds[at] = CellKind.NUMBER;
        numbers[at] = value;
        styles[at] = style;
    }

    void text(int row, int column, CellKind kind, String text) {
        int at = add(row, column);
        kinds[at] = kind;
        texts[at] = text;
    }

    /** A formula that was never calculated. */
    void withoutValue(int row, int column) {
        text(row, column, CellKind.BLANK, "");
    }

    int count() {
        return count;
    }

    private int add(int row, int column) {
        if (count == positions.length) {
            int size = count * 2;
            positions = Arrays.copyOf(positions, size);
            kinds = Arrays.copyOf(kinds, size);
            texts = Arrays.copyOf(texts, size);
            numbers = Arrays.copyOf(numbers, size);
            styles = Arrays.copyOf(styles, size);
        }
        // with the first bit turned over, for signed numbers to sort rows from 32769 on behind the others
        positions[count] = Long.MIN_VALUE ^ ((long) row << 48 | (long) (column & 0xffff) << 32 | count);
        ordered &= count == 0 || positions[count] > positions[count - 1];
        return count++;
    }

    /** @param twice makes the fault of a cell that stands twice */
    void deliver(
            SheetFeed feed,
            BitSet hiddenRows,
            IntFunction<NumberFormats.Reading> formats,
            boolean since1904,
            Function<CellAddress, Fault> twice) {
        if (!ordered) {
            Arrays.sort(positions, 0, count);
        }
        int current = 0;
        SourceRow row = feed.start(1, false);
        for (int i = 0; i < count; i++) {
            long position = Long.MIN_VALUE ^ positions[i];
            int number = (int) (position >>> 48) + 1;
            int column = (int) ((position >>> 32) & 0xffff) + 1;
            if (i > 0 && positions[i - 1] >>> 32 == positions[i] >>> 32) {
                throw twice.apply(new CellAddress(number, column));
            }
            if (number != current) {
                feed.endOfRow();
                row = feed.start(number, hiddenRows.get(number));
                current = number;
            }
            put(feed, row, column, (int) position, formats, since1904);
        }
        feed.endOfRow();
    }

    private void put(
            SheetFeed feed,
            SourceRow row,
            int column,
            int cell,
            IntFunction<NumberFormats.Reading> formats,
            boolean since1904) {
        String text = texts[cell];
        CellKind kind = kinds[cell];
        if (text != null && kind != null) {
            if (kind == CellKind.BLANK) {
                feed.formulaWithoutValue(column);
            } else if (kind == CellKind.TEXT) {
                row.putText(column, text);
            } else {
                row.put(column, kind, text);
            }
            return;
        }
        NumberFormats.Reading format = formats.apply(styles[cell]);
        String date = format.time(numbers[cell], since1904);
        if (date != null) {
            row.put(column, CellKind.DATE, date);
        } else {
            row.putNumber(column, numbers[cell], format == NumberFormats.Reading.PERCENT);
        }
    }
}
