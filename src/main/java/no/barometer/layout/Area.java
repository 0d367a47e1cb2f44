package no.barometer.layout;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import no.barometer.sheet.Cell;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.Grid;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import org.jspecify.annotations.Nullable;

/**
 * One table within a sheet: its rows are counted from 1 where it begins, as the definition's places are.
 *
 * @param offset rows of the sheet above the table
 * @param rows rows of the table
 * @param strip what labels are to lose; null: nothing
 */
record Area(Grid grid, int offset, int rows, @Nullable Pattern strip) {
    /** The tables of a sheet: one, or one from each cell that begins a table to the next. */
    static List<Area> of(Grid grid, Block block) {
        Pattern strip = block.table().strip();
        Pattern begin = block.table().begin();
        if (begin == null) {
            return List.of(new Area(grid, 0, grid.rows(), strip));
        }
        List<Integer> starts = new ArrayList<>();
        for (int row = 1; row <= grid.rows(); row++) {
            String text =
                    Labels.tidy(grid.cell(row, block.table().beginColumn()).text());
            if (begin.matcher(text).matches()) {
                starts.add(row);
            }
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : grid.rows() + 1;
            areas.add(new Area(grid, starts.get(i) - 1, end - starts.get(i), strip));
        }
        return areas;
    }

    String sheet() {
        return grid.info().name();
    }

    int columns() {
        return grid.columns();
    }

    int sheetRow(int row) {
        return row + offset;
    }

    Cell cell(int row, int column) {
        return grid.cell(row + offset, column);
    }

    Figures.Cell figure(int row, int column) {
        Cell cell = cell(row, column);
        return new Figures.Cell(cell.kind(), cell.text(), cell.number(), cell.percent());
    }

    /** Whether a cell is merged with others and is not the first of them. */
    boolean covered(int row, int column) {
        return grid.mergedAt(row + offset, column)
                .filter(region -> region.firstRow() != row + offset || region.firstColumn() != column)
                .isPresent();
    }

    /** A cell's text as a label: of a merged region its only text, tidy, without what the definition strips. */
    String label(int row, int column) {
        return clean(grid.filled(row + offset, column).text());
    }

    /** The text of this cell alone. */
    String own(int row, int column) {
        return clean(cell(row, column).text());
    }

    private String clean(String text) {
        String tidy = Labels.tidy(text);
        return strip == null ? tidy : Labels.tidy(strip.matcher(tidy).replaceAll(""));
    }

    boolean blank(int row, int column) {
        return cell(row, column).kind() == CellKind.BLANK || own(row, column).isEmpty();
    }

    /**
     * The text above a column in a header row: its own, else that of the nearest text to the left, unless that one is
     * merged and ends before.
     */
    String banner(int row, int column, int firstColumn) {
        for (int at = column; at >= firstColumn; at--) {
            String text = own(row, at);
            if (!text.isEmpty()) {
                int from = at;
                boolean reaches = grid.mergedAt(row + offset, from)
                        .map(region -> region.lastColumn() >= column || region.lastColumn() == region.firstColumn())
                        .orElse(true);
                return reaches || at == column ? text : "";
            }
        }
        return "";
    }

    /** The text of a cell or row named by a definition; empty if nothing stands there. */
    String text(Place place) {
        if (place instanceof Place.Cell cell) {
            return label(cell.row(), cell.column());
        }
        if (place instanceof Place.Row row) {
            for (int column = 1; column <= columns(); column++) {
                if (!blank(row.from(), column)) {
                    return own(row.from(), column);
                }
            }
        }
        return place instanceof Place.SheetName ? Labels.tidy(sheet()) : "";
    }
}
