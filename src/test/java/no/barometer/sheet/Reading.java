package no.barometer.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;

/** Everything a file gave, kept for assertions. */
final class Reading implements RowSink {
    final List<SheetInfo> sheets = new ArrayList<>();
    /** {@code Sheet!B7} to its cell, or {@code B7} in text files. */
    final Map<String, Cell> cells = new LinkedHashMap<>();

    final List<Integer> rows = new ArrayList<>();
    final List<Integer> fields = new ArrayList<>();
    /** The merged regions of all sheets. */
    final List<SheetInfo.Region> merged = new ArrayList<>();

    final List<Problem> problems = new ArrayList<>();
    boolean whole;
    private String sheet = "";

    static Reading of(Path file) {
        return of(file, ReadOptions.DEFAULT);
    }

    static Reading of(Path file, ReadOptions options) {
        Reading reading = new Reading();
        reading.whole = Spreadsheets.read(file, file.getFileName().toString(), options, reading, reading.problems::add);
        return reading;
    }

    @Override
    public boolean sheet(SheetInfo info) {
        sheets.add(info);
        sheet = info.name().isEmpty() ? "" : info.name() + "!";
        return true;
    }

    @Override
    public void row(SourceRow row) {
        rows.add(row.number());
        fields.add(row.fields());
        for (int c = 1; c <= row.width(); c++) {
            if (row.kind(c) != CellKind.BLANK) {
                cells.put(
                        sheet + CellReference.of(row.number(), c),
                        new Cell(row.kind(c), row.text(c), row.number(c), row.percent(c)));
            }
        }
    }

    @Override
    public void endOfSheet(List<SheetInfo.Region> regions) {
        merged.addAll(regions);
    }

    Cell cell(String reference) {
        return cells.getOrDefault(reference, Cell.BLANK);
    }

    String text(String reference) {
        return cell(reference).text();
    }

    List<Kind> kinds() {
        return problems.stream().map(Problem::kind).toList();
    }
}
