package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.barometer.problem.Problem;

/** What researchers read after a run: {@code output/reports/<run>/problems.csv}, never published. */
public final class Reports {
    private final Path folder;
    private final Latest latest;

    public Reports(Path output) {
        folder = output.resolve("reports");
        latest = new Latest(folder, true);
    }

    /** Where a check writes its copies of faulty deliveries. */
    public static Path checked(Path output) {
        return output.resolve("reports").resolve("check");
    }

    /** Removes a folder of reports with all that is in it. */
    public static void clear(Path folder) throws IOException {
        Disk.delete(folder);
    }

    /** Name of the newest report. */
    public Optional<String> newest() throws IOException {
        return latest.names();
    }

    /**
     * Writes a run's faults, sorted by place, and lets {@code reports/latest} lead to them. A resumed run writes anew.
     *
     * @param note of the run, whose name is the folder's
     * @return the file
     */
    public Path write(RunNote note, List<Problem> problems) throws IOException {
        String run = note.run();
        Path file = folder.resolve(run).resolve("problems.csv");
        Path next = file.resolveSibling(".problems.csv-next");
        Disk.delete(next);
        Disk.write(next, ProblemsCsv.of(problems));
        Disk.move(next, file);
        Path noteNext = file.resolveSibling(".run.json-next");
        Disk.delete(noteNext);
        Disk.write(noteNext, note.json());
        Disk.move(noteNext, file.resolveSibling(RunNote.FILE));
        latest.pointTo(folder.resolve(run));
        return file;
    }

    /** Notes of all runs that left one, the newest last. */
    public List<RunNote> notes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<RunNote> notes = new ArrayList<>();
        try (Stream<Path> runs = Files.list(folder)) {
            for (Path run : (Iterable<Path>) runs.filter(one -> !Files.isSymbolicLink(one))::iterator) {
                Path file = run.resolve(RunNote.FILE);
                if (Files.exists(file)) {
                    notes.add(RunNote.of(Files.readAllBytes(file)));
                }
            }
        }
        notes.sort(Comparator.comparing(RunNote::started).thenComparing(RunNote::run));
        return notes;
    }
}
