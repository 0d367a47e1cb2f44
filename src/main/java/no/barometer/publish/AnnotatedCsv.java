package no.barometer.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a delivered text file for the researcher who sent it: each record behind its line number and the faults found
 * in it. Faults of the file as a whole stand at the top.
 */
public final class AnnotatedCsv implements AutoCloseable {
    /** Beyond these, records without faults are left out. */
    private static final int MOST_RECORDS = 100_000;

    private final CSVPrinter printer;
    private final SortedMap<Long, List<Problem>> faults = new TreeMap<>();
    private final Repeats repeats = new Repeats();
    private int records;

    /** @param problems of the delivery */
    public AnnotatedCsv(Path file, List<Problem> problems) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        // so that spreadsheet programs know the encoding
        out.write('\ufeff');
        printer = new CSVPrinter(out, CsvText.FORMAT);
        for (Problem problem : problems.stream().sorted().toList()) {
            faults.computeIfAbsent(problem.at().line(), fresh -> new ArrayList<>())
                    .add(problem);
        }
        print(List.of("line", "faults"));
        until(0);
    }

    /** A record that begins on a line; lines ascend. */
    public void record(long line, List<String> fields) {
        until(line - 1);
        List<Problem> here = seen(fields, faults.remove(line));
        if (here == null && ++records > MOST_RECORDS) {
            return;
        }
        List<String> cells = new ArrayList<>(List.of(Long.toString(line), here == null ? "" : said(here)));
        fields.forEach(field -> cells.add(SafeText.of(field)));
        print(cells);
    }

    /** The faults of a record: its own, or those of faulty texts that stood in the same fields before. */
    private @Nullable List<Problem> seen(List<String> fields, @Nullable List<Problem> own) {
        List<Problem> again = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (own == null) {
                again.addAll(repeats.of(i, fields.get(i)));
            } else {
                repeats.learn(i, fields.get(i), own);
            }
        }
        return again.isEmpty() ? own : again;
    }

    /** Faults of lines that hold no record. */
    private void until(long line) {
        while (!faults.isEmpty() && faults.firstKey() <= line) {
            long at = faults.firstKey();
            print(List.of(
                    at == 0 ? "" : Long.toString(at), said(Objects.requireNonNullElse(faults.remove(at), List.of()))));
        }
    }

    private static String said(List<Problem> problems) {
        return SafeText.of(problems.stream().map(AnnotatedCsv::said).collect(Collectors.joining(" | ")));
    }

    private static String said(Problem problem) {
        Location at = problem.at();
        return (at.cell().isEmpty() ? "" : at.cell() + ": ") + problem.message();
    }

    private void print(List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        until(Long.MAX_VALUE);
        printer.close();
    }
}
