package no.barometer.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.barometer.problem.Problem;

/** A whole sheet in memory, for layouts that look back and forth. Rows and columns are 1-based; what lies outside is blank. */
public final class Grid {
    private static final Cell[] NONE = {};
    /** Regions taller than this are few and are looked through one by one. */
    private static final int TALL = 64;

    private final SheetInfo info;
    private final List<Cell[]> rows;
    private final int columns;
    private final Map<Integer, List<SheetInfo.Region>> mergedByRow = new HashMap<>();
    private final List<SheetInfo.Region> tall = new ArrayList<>();

    /** @param rows cells by row, from the first; a short row is blank beyond its end */
    Grid(SheetInfo info, List<SheetInfo.Region> merged, List<Cell[]> rows) {
        this.info = info;
        this.rows = List.copyOf(rows);
        this.columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        for (SheetInfo.Region region : merged) {
            if (region.lastRow() - region.firstRow() > TALL) {
                tall.add(region);
            } else {
                for (int row = region.firstRow(); row <= region.lastRow(); row++) {
                    mergedByRow.computeIfAbsent(row, r -> new ArrayList<>()).add(region);
                }
            }
        }
    }

    /**
     * Reads the wanted sheets of a file, one after the other in the file's order.
     *
     * @return whether the file could be read to its end
     */
    public static boolean read(
            Path file,
            String delivery,
            ReadOptions options,
            Predicate<SheetInfo> wanted,
            Consumer<Grid> sink,
            Consumer<Problem> problems) {
        return Spreadsheets.read(
                file, delivery, options, new GridSink(delivery, options.bounds(), wanted, sink), problems);
    }

    public SheetInfo info() {
        return info;
    }

    /** The last row that is not blank. */
    public int rows() {
        return rows.size();
    }

    /** The last column that is not blank in all rows. */
    public int columns() {
        return columns;
    }

    public Cell cell(int row, int column) {
        Cell[] cells = row >= 1 && row <= rows.size() ? rows.get(row - 1) : NONE;
        return column >= 1 && column <= cells.length ? cells[column - 1] : Cell.BLANK;
    }

    public boolean blankRow(int row) {
        return row < 1 || row > rows.size() || Arrays.stream(rows.get(row - 1)).allMatch(Cell::isBlank);
    }

    public Optional<SheetInfo.Region> mergedAt(int row, int column) {
        for (SheetInfo.Region region : mergedByRow.getOrDefault(row, List.of())) {
            if (column >= region.firstColumn() && column <= region.lastColumn()) {
                return Optional.of(region);
            }
        }
        for (SheetInfo.Region region : tall) {
            if (row >= region.firstRow()
                    && row <= region.lastRow()
                    && column >= region.firstColumn()
                    && column <= region.lastColumn()) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    /** The cell, or within a merged region the region's upper left cell. */
    public Cell filled(int row, int column) {
        return mergedAt(row, column)
                .map(region -> cell(region.firstRow(), region.firstColumn()))
                .orElseGet(() -> cell(row, column));
    }
}
