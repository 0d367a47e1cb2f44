package no.barometer.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** Gathers sheets as grids. */
final class GridSink implements RowSink {
    /** Printed tables are small; a sheet of more cells than this is no table. */
    private static final int MOST_CELLS = 5_000_000;

    private static final Cell[] NONE = {};

    private final String delivery;
    private final Predicate<SheetInfo> wanted;
    private final Consumer<Grid> grids;
    private SheetInfo sheet = new SheetInfo("", 0, false, List.of());
    private List<Cell[]> rows = new ArrayList<>();
    private long cells;

    GridSink(String delivery, Predicate<SheetInfo> wanted, Consumer<Grid> grids) {
        this.delivery = delivery;
        this.wanted = wanted;
        this.grids = grids;
    }

    @Override
    public boolean sheet(SheetInfo info) {
        sheet = info;
        rows = new ArrayList<>();
        cells = 0;
        return wanted.test(info);
    }

    @Override
    public void row(SourceRow row) {
        cells += row.width() + (row.number() - rows.size());
        if (cells > MOST_CELLS) {
            Location at = sheet.name().isEmpty()
                    ? Location.line(delivery, row.number())
                    : Location.cell(delivery, sheet.name(), CellReference.of(row.number(), 1));
            throw new Fault(Problem.of(
                    Kind.TOO_LARGE, at, "a table of more cells", "at most " + MOST_CELLS + " cells in a table"));
        }
        while (rows.size() < row.number() - 1) {
            rows.add(NONE);
        }
        Cell[] line = new Cell[row.width()];
        for (int c = 1; c <= line.length; c++) {
            line[c - 1] = row.kind(c) == CellKind.BLANK
                    ? Cell.BLANK
                    : new Cell(row.kind(c), row.text(c), row.number(c), row.percent(c));
        }
        rows.add(line);
    }

    @Override
    public void endOfSheet() {
        List<Cell[]> whole = rows;
        rows = new ArrayList<>();
        grids.accept(new Grid(sheet, whole));
    }
}
