package no.barometer.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.barometer.problem.CellReference;
import no.barometer.problem.Problem;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** One sheet of an annotated workbook, filled row by row from the top. Rows and columns are 1-based. */
public final class AnnotatedSheet {
    /** Beyond these, rows without faults are left out: who mends a file looks at those with. */
    private static final int MOST_ROWS = 100_000;

    /** Characters of a column: enough for most answers. */
    private static final int WIDTH = 20;

    private static final int MOST_MERGED = 2_000;
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final Sheet sheet;
    private final AnnotatedStyles styles;
    private final SortedMap<Integer, SortedMap<Integer, List<Problem>>> faults = new TreeMap<>();
    private final Repeats repeats = new Repeats();
    private @Nullable Row row;
    private int rows;

    AnnotatedSheet(Sheet sheet, List<Problem> problems, AnnotatedStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
        sheet.setDefaultColumnWidth(WIDTH);
        for (Problem problem : problems) {
            int[] position = position(problem.at().cell());
            if (position != null) {
                faults.computeIfAbsent(position[0], fresh -> new TreeMap<>())
                        .computeIfAbsent(position[1], fresh -> new ArrayList<>())
                        .add(problem);
            }
        }
    }

    /** Row and column of a reference such as {@code B7}; null if it is none. */
    static int @Nullable [] position(String reference) {
        int letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        String digits = reference.substring(letters);
        int column = letters == 0 ? 0 : CellReference.column(reference.substring(0, letters));
        if (column == 0 || !digits.matches("[1-9][0-9]{0,6}") || Integer.parseInt(digits) > 1_048_576) {
            return null;
        }
        return new int[] {Integer.parseInt(digits), column};
    }

    String name() {
        return sheet.getSheetName();
    }

    /** Regions that do not overlap others, so that spreadsheet programs open the copy. */
    public void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        if (sheet.getNumMergedRegions() < MOST_MERGED && (firstRow < lastRow || firstColumn < lastColumn)) {
            try {
                sheet.addMergedRegion(new CellRangeAddress(firstRow - 1, lastRow - 1, firstColumn - 1, lastColumn - 1));
            } catch (IllegalStateException overlapping) {
                // the cells stand apart then
            }
        }
    }

    /** Begins a row; {@code number} ascends. */
    public void row(int number) {
        finish(number);
        boolean shown = number <= 1_048_576 && (rows < MOST_ROWS || faults.containsKey(number));
        row = shown ? sheet.createRow(number - 1) : null;
        rows++;
    }

    public void text(int column, String text) {
        if (row != null) {
            row.createCell(column - 1).setCellValue(printable(text));
            seen(row, column, text);
        }
    }

    public void number(int column, double value, boolean percent) {
        if (row != null) {
            Cell cell = row.createCell(column - 1);
            cell.setCellValue(value);
            if (percent) {
                cell.setCellStyle(styles.percent());
            }
            seen(row, column, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        }
    }

    /** A faulty text is marked again further down. */
    private void seen(Row in, int column, String text) {
        int number = in.getRowNum() + 1;
        List<Problem> here =
                faults.getOrDefault(number, Collections.emptySortedMap()).getOrDefault(column, List.of());
        if (!here.isEmpty()) {
            repeats.learn(column, text, here);
            return;
        }
        List<Problem> again = repeats.of(column, text);
        if (!again.isEmpty()) {
            faults.computeIfAbsent(number, fresh -> new TreeMap<>()).put(column, again);
        }
    }

    void end() {
        finish(Integer.MAX_VALUE);
    }

    /** Marks the faulty cells of the row that ends, and of blank rows before the next one. */
    private void finish(int next) {
        if (row != null) {
            mark(row, faults.remove(row.getRowNum() + 1));
            row = null;
        }
        while (!faults.isEmpty() && faults.firstKey() < next) {
            int blank = faults.firstKey();
            mark(sheet.createRow(blank - 1), faults.remove(blank));
        }
    }

    private void mark(Row marked, @Nullable SortedMap<Integer, List<Problem>> columns) {
        if (columns == null) {
            return;
        }
        for (Map.Entry<Integer, List<Problem>> column : columns.entrySet()) {
            List<Problem> here = column.getValue();
            Cell cell = marked.getCell(column.getKey() - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            boolean percent = cell.getCellStyle().equals(styles.percent());
            cell.setCellStyle(styles.faulty(here.stream().anyMatch(Problem::isError), percent));
            comment(cell, here.stream().map(Problem::message).collect(Collectors.joining("\n\n")));
        }
    }

    private void comment(Cell cell, String text) {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 5);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 5);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString(printable(text)));
        comment.setAuthor("Barometer");
        // streamed cells do not write theirs; the sheet does
        comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
    }

    /** Without what XML cannot hold, and not longer than a cell can be. */
    static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .limit(LONGEST / 2)
                .forEach(c -> result.appendCodePoint(
                        (c >= ' ' || c == '\n' || c == '\t')
                                        && c != 0xFFFE
                                        && c != 0xFFFF
                                        && !(c >= 0xD800 && c <= 0xDFFF)
                                ? c
                                : 0xFFFD));
        return result.toString();
    }
}
