package no.barometer.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.barometer.problem.Problem;
import no.barometer.sheet.Bound;
import no.barometer.sheet.Bounds;
import no.barometer.sheet.ReadOptions;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.sheet.Spreadsheets;

/** What must hold of every file: it is read to its end with rows, or refused with an error that speaks to people. */
final class ReadingTry implements RowSink {
    /** Low, so that running over them is soon found. */
    private static final Bounds BOUNDS =
            Bounds.DEFAULT.with(Bound.SECONDS, 10).with(Bound.EXPANDED, 1 << 24).with(Bound.STRINGS_LENGTH, 1 << 20);

    /** Fewer attributes than a row that is read without a parser may have: a parser reads everything. */
    private static final int FEW = 19;

    private final List<String> rows = new ArrayList<>();
    private int last;

    private ReadingTry() {}

    /** @return the rows, each with its number and texts; none where the file is refused */
    static List<String> of(Path file, ReadOptions options) {
        ReadingTry reading = new ReadingTry();
        List<Problem> problems = new ArrayList<>();
        boolean whole = Spreadsheets.read(file, file.getFileName().toString(), options, reading, problems::add);
        if (!whole && problems.stream().noneMatch(Problem::isError)) {
            throw new AssertionError("refused without an error");
        }
        if (whole && reading.rows.isEmpty()) {
            throw new AssertionError("read, but nothing in it");
        }
        problems.forEach(problem -> Outcomes.assertReadable(problem, file.toString()));
        return whole ? reading.rows : List.of();
    }

    /** A workbook gives the same rows and faults where a parser reads all of it. */
    static void alikeWhenParsed(Path file) {
        List<String> parsed = given(file, BOUNDS.with(Bound.XML_ATTRIBUTES, FEW));
        List<String> given = given(file, BOUNDS);
        if (parsed.stream().noneMatch(line -> line.contains(Bound.XML_ATTRIBUTES.key())) && !given.equals(parsed)) {
            throw new AssertionError("parsed: " + parsed + "\nbut given: " + given);
        }
    }

    private static List<String> given(Path file, Bounds bounds) {
        ReadingTry reading = new ReadingTry();
        List<String> given = new ArrayList<>();
        ReadOptions options = new ReadOptions("", "", "", "", false, false, false, false, bounds);
        Spreadsheets.read(
                file, file.getFileName().toString(), options, reading, problem -> given.add(problem.toString()));
        given.addAll(reading.rows);
        return given;
    }

    static ReadOptions options() {
        return options("", "", "", "");
    }

    static ReadOptions options(String encoding, String delimiter, String quote, String escape) {
        return new ReadOptions(encoding, delimiter, quote, escape, false, false, false, false, BOUNDS);
    }

    @Override
    public boolean sheet(SheetInfo sheet) {
        last = 0;
        return true;
    }

    @Override
    public void row(SourceRow row) {
        if (row.number() <= last) {
            throw new AssertionError("row " + row.number() + " behind row " + last);
        }
        last = row.number();
        StringBuilder texts = new StringBuilder().append(row.number()).append(':');
        for (int c = 1; c <= row.width(); c++) {
            String text = row.text(c);
            if (text == null) {
                throw new AssertionError("a cell without text in row " + row.number());
            }
            texts.append(text).append('\n');
        }
        rows.add(texts.toString());
    }
}
