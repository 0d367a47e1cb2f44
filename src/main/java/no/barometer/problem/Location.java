package no.barometer.problem;

import java.util.Comparator;

/**
 * Where a problem stands. Every part may be unknown: an empty text, or 0 for a line.
 *
 * @param delivery path below {@code input/} with forward slashes, or of a definition below {@code jobs/}
 * @param sheet name of the sheet; empty for text files
 * @param cell reference such as {@code B7}; for text files the header of the column; for definitions the column of the line
 * @param line line of a text file or definition, 1-based; 0 in workbooks, where the cell says it
 */
public record Location(String delivery, String sheet, String cell, long line) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::delivery)
            .thenComparing(Location::sheet)
            .thenComparingLong(Location::line)
            .thenComparingInt(location -> location.cell().length())
            .thenComparing(Location::cell);

    public static Location of(String delivery) {
        return new Location(delivery, "", "", 0);
    }

    public static Location cell(String delivery, String sheet, String cell) {
        return new Location(delivery, sheet, cell, 0);
    }

    public static Location line(String delivery, long line) {
        return new Location(delivery, "", "", line);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** As a person would say it: {@code file.xlsx, sheet "T1", B7} or {@code file.csv, line 12, column "q1"}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(delivery);
        if (!sheet.isEmpty()) {
            text.append(", sheet \"").append(sheet).append('"');
        }
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!cell.isEmpty()) {
            text.append(line > 0 ? ", column " : ", ").append(cell);
        }
        return Visible.of(text.toString());
    }
}
