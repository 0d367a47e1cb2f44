package no.barometer.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One sheet in the making, from top to bottom: a title, lines, then at most one table. */
final class WorkbookSheet {
    private static final int TITLE_POINTS = 15;
    /** Black on white and light grey. */
    private static final String STYLE = "TableStyleLight1";

    private static final int ROWS_IN_MEMORY = 1_000;

    /** Wide enough for most figures; longer headers are broken into two lines, between words. */
    private static final int WIDTH = 12;

    private static final int ROOM_TO_BREAK = 4;

    private final Worksheet sheet;
    private final List<Integer> widths;
    private final Map<Integer, Run> runs = new HashMap<>();
    private int row = -1;
    private int column;

    /** Cells of a column that follow each other and have one number format. */
    private record Run(String format, int top) {}

    /** @param widths of the first columns, in characters */
    WorkbookSheet(Worksheet sheet, List<Integer> widths) {
        this.sheet = sheet;
        this.widths = widths;
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, widths.get(i));
        }
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        // as many pages high as it takes
        sheet.fitToHeight((short) 0);
    }

    /** Widths of the other columns: the library would look for the longest text of one that has none. */
    private void widths(List<String> header) {
        for (int i = widths.size(); i < header.size(); i++) {
            int word = Stream.of(header.get(i).split(" "))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            int twoLines = header.get(i).length() / 2 + ROOM_TO_BREAK;
            sheet.width(i, Math.max(WIDTH, Math.max(word + 2, twoLines)));
        }
    }

    void title(String text) throws IOException {
        row().text(text);
        sheet.style(row, 0).bold().fontSize(TITLE_POINTS).set();
    }

    void line(String text) throws IOException {
        row().text(text);
    }

    /**
     * The header of a table of so many rows, at least one, which are to follow. It and all rows above stay in sight, and
     * programs are told the table's name, which no other of the workbook has, and its headers.
     */
    void header(String name, List<String> columns, int rows) throws IOException {
        row();
        List<String> header = distinct(columns);
        widths(header);
        sheet.freezePane(0, row + 1);
        String sound = name.replaceAll("[^A-Za-z0-9_]", "_");
        sheet.range(row, 0, row + rows, header.size() - 1)
                .createTable(header.toArray(String[]::new))
                .setName(sound)
                .setDisplayName(sound)
                .styleInfo()
                .setStyleName(STYLE);
        sheet.range(row, 0, row, header.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
    }

    WorkbookSheet row() throws IOException {
        row++;
        column = 0;
        if (row > 0 && row % ROWS_IN_MEMORY == 0) {
            flush();
        }
        return this;
    }

    WorkbookSheet text(String text) {
        sheet.value(row, column++, text);
        return this;
    }

    /** A text in the place of a number, where numbers end. */
    void inPlaceOfNumber(String text) {
        sheet.style(row, column).horizontalAlignment("right").set();
        text(text);
    }

    /** A text that leads to a sheet with the same name. */
    WorkbookSheet link(String name) {
        sheet.hyperlink(row, column++, HyperLink.internal("'" + name + "'!A1", name));
        return this;
    }

    void number(double value, String format) {
        @Nullable Run run = runs.get(column);
        if (run == null || !run.format().equals(format)) {
            format(column, run, row - 1);
            runs.put(column, new Run(format, row));
        }
        sheet.value(row, column++, value);
    }

    private void format(int column, @Nullable Run run, int bottom) {
        if (run != null) {
            sheet.range(run.top(), column, bottom, column)
                    .style()
                    .format(run.format())
                    .set();
        }
    }

    private void flush() throws IOException {
        runs.forEach((at, run) -> format(at, run, row - 1));
        runs.clear();
        sheet.flush();
    }

    /** Nothing is written after this. */
    void close() throws IOException {
        row++;
        flush();
        sheet.close();
    }

    private static List<String> distinct(List<String> columns) {
        Set<String> taken = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = column + " " + i;
            }
            distinct.add(name);
        }
        return distinct;
    }
}
