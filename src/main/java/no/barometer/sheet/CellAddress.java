package no.barometer.sheet;

import org.jspecify.annotations.Nullable;

/** A cell's row and column, 1-based. */
record CellAddress(int row, int column) {
    static final int ROWS = 1_048_576;
    static final int COLUMNS = 16_384;

    /** Reads {@code B7} or {@code $B$7}; null if it is no cell. */
    static @Nullable CellAddress of(String reference) {
        int column = 0;
        int row = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c >= '0' && c <= '9' && column > 0) {
                row = row * 10 + (c - '0');
            } else if (c >= 'A' && c <= 'Z' && row == 0) {
                column = column * 26 + (c - 'A' + 1);
            } else if (c >= 'a' && c <= 'z' && row == 0) {
                column = column * 26 + (c - 'a' + 1);
            } else if (c != '$') {
                return null;
            }
            if (row > ROWS || column > COLUMNS) {
                return null;
            }
        }
        return row == 0 || column == 0 ? null : new CellAddress(row, column);
    }
}
