package no.barometer.sheet;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** Hands sheets and rows on from whichever reader, within the bounds, and reports what is hidden or was never calculated. */
final class SheetFeed {
    private final Source source;
    private final RowSink sink;
    private final Consumer<Problem> problems;
    private final SourceRow row = new SourceRow();
    private final long mostRows;
    private final long mostColumns;
    private final long mostCells;

    private SheetInfo sheet = new SheetInfo("", 0, false);
    private HiddenContent hidden = new HiddenContent(new BitSet());
    private long rows;
    private long cells;
    private int formulas;
    private String firstFormula = "";
    private boolean begunAny;
    private boolean wantedAny;
    private boolean filledAny;
    private boolean filled;
    private boolean wanted;

    SheetFeed(Source source, RowSink sink, Consumer<Problem> problems) {
        this.source = source;
        this.sink = sink;
        this.problems = problems;
        this.mostRows = source.bounds().of(Bound.ROWS);
        this.mostColumns = source.bounds().of(Bound.COLUMNS);
        this.mostCells = source.bounds().of(Bound.CELLS);
    }

    /** @return whether the sheet is to be read: its rows are wanted, or it is hidden and may hold something */
    boolean begin(SheetInfo info, BitSet hiddenColumns) {
        sheet = info;
        hidden = new HiddenContent(hiddenColumns);
        rows = 0;
        formulas = 0;
        filled = false;
        begunAny = true;
        wanted = sink.sheet(info);
        wantedAny |= wanted;
        return wanted || (info.hidden() && !source.options().acceptHiddenSheets());
    }

    SourceRow start(int number, boolean isHidden) {
        row.start(number, isHidden);
        return row;
    }

    void formulaWithoutValue(int column) {
        if (formulas++ == 0) {
            firstFormula = CellReference.of(row.number(), column);
        }
    }

    void endOfRow() {
        if (row.width() == 0) {
            return;
        }
        if (row.width() > mostColumns) {
            throw over(Bound.COLUMNS, "a row of " + row.width() + " columns");
        }
        if (++rows > mostRows) {
            throw over(Bound.ROWS, "row " + row.number());
        }
        cells += row.width();
        if (cells > mostCells) {
            throw over(Bound.CELLS, "more cells by row " + row.number());
        }
        if ((rows & 0xff) == 0) {
            source.checkTime();
        }
        if (!filled) {
            filled = true;
            filledAny |= wanted;
            if (sheet.hidden() && !source.options().acceptHiddenSheets()) {
                report(Kind.HIDDEN_CONTENT, "", "the sheet \"" + sheet.name() + "\"", "a visible sheet");
            }
        }
        if (wanted) {
            hidden.see(row);
            sink.row(row);
        }
    }

    /** @param merged the sheet's merged regions */
    void endOfSheet(List<SheetInfo.Region> merged) {
        if (!wanted) {
            return;
        }
        if (!source.options().acceptHiddenRows()) {
            for (HiddenContent.Range range : hidden.rows()) {
                report(Kind.HIDDEN_CONTENT, "A" + range.first(), range.named("row"), "visible rows");
            }
        }
        if (!source.options().acceptHiddenColumns()) {
            for (HiddenContent.Range range : hidden.columns()) {
                String first = CellReference.letters(range.first());
                report(Kind.HIDDEN_CONTENT, first + "1", range.lettered("column"), "visible columns");
            }
        }
        if (formulas > 0 && !source.options().acceptFormulasWithoutValue()) {
            String more = formulas == 1 ? "" : " and " + (formulas - 1) + " more cells of the sheet";
            report(Kind.FORMULA_WITHOUT_VALUE, firstFormula, firstFormula + more, "a calculated value");
        }
        sink.endOfSheet(merged);
    }

    /** The file is over: one that held nothing must not pass for a reading. */
    void endOfFile() {
        if (!begunAny) {
            throw source.fault(Kind.EMPTY_FILE, "no sheet that has cells", "a sheet with rows");
        }
        if (wantedAny && !filledAny) {
            throw source.fault(Kind.EMPTY_FILE, "no cell has content", "rows of cells");
        }
    }

    void report(Kind kind, String cell, String found, String expected) {
        problems.accept(Problem.of(kind, Location.cell(source.delivery(), sheet.name(), cell), found, expected));
    }

    private Fault over(Bound bound, String found) {
        Location at = sheet.name().isEmpty()
                ? Location.line(source.delivery(), row.number())
                : Location.cell(source.delivery(), sheet.name(), "A" + row.number());
        return source.over(bound, found, at);
    }
}
