package no.barometer.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a file gives, in its order, a line each. */
final class Transcript implements RowSink {
    final List<String> lines = new ArrayList<>();

    static List<String> of(Path file, ReadOptions options) {
        Transcript transcript = new Transcript();
        boolean whole = Spreadsheets.read(
                file,
                file.getFileName().toString(),
                options,
                transcript,
                problem -> transcript.lines.add(problem.toString()));
        transcript.lines.add("whole " + whole);
        return transcript.lines;
    }

    @Override
    public boolean sheet(SheetInfo sheet) {
        lines.add(sheet.toString());
        return sheet.number() % 5 != 4;
    }

    @Override
    public void row(SourceRow row) {
        StringBuilder line = new StringBuilder("row ").append(row.number()).append(row.hidden() ? " hidden" : "");
        for (int c = 1; c <= row.width(); c++) {
            line.append('|').append(row.kind(c)).append(row.percent(c) ? "% " : " ");
            line.append(row.text(c)).append(' ').append(Double.doubleToLongBits(row.number(c)));
        }
        lines.add(line.toString());
    }

    @Override
    public void endOfSheet(List<SheetInfo.Region> merged) {
        lines.add(merged.toString());
    }
}
