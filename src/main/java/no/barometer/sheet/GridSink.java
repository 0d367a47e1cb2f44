package no.barometer.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.barometer.problem.CellReference;
import no.barometer.problem.Location;

/** Gathers sheets as grids. */
final class GridSink implements RowSink {
    /** How much of a grid may be blank: readers walk over all of it. */
    private static final int SPARSE = 50;

    private static final Cell[] NONE = {};

    private final String delivery;
    private final Bounds bounds;
    private final long most;
    private final Predicate<SheetInfo> wanted;
    private final Consumer<Grid> grids;
    private SheetInfo sheet = new SheetInfo("", 0, false);
    private List<Cell[]> rows = new ArrayList<>();
    private long cells;
    private int widest;

    GridSink(String delivery, Bounds bounds, Predicate<SheetInfo> wanted, Consumer<Grid> grids) {
        this.delivery = delivery;
        this.bounds = bounds;
        this.most = bounds.of(Bound.TABLE_CELLS);
        this.wanted = wanted;
        this.grids = grids;
    }

    @Override
    public boolean sheet(SheetInfo info) {
        sheet = info;
        rows = new ArrayList<>();
        cells = 0;
        widest = 0;
        return wanted.test(info);
    }

    @Override
    public void row(SourceRow row) {
        cells += row.width();
        widest = Math.max(widest, row.width());
        if (cells > most || (long) widest * row.number() > SPARSE * most) {
            Location at = sheet.name().isEmpty()
                    ? Location.line(delivery, row.number())
                    : Location.cell(delivery, sheet.name(), CellReference.of(row.number(), 1));
            throw new Fault(bounds.exceeded(Bound.TABLE_CELLS, "a table of more cells", at));
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
    public void endOfSheet(List<SheetInfo.Region> merged) {
        List<Cell[]> whole = rows;
        rows = new ArrayList<>();
        grids.accept(new Grid(sheet, merged, whole));
    }
}
