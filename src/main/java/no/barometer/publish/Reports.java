package no.barometer.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.barometer.problem.Problem;

/** What researchers read after a run: faults, and a text and a JSON on the run, in {@code output/reports/<run>/}, never published. */
public final class Reports {
    private static final Pattern RUN = Pattern.compile("run-(\\d{1,15})");

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
        Path run = folder.resolve(note.run());
        Path file = put(run, "problems.csv", ProblemsCsv.of(problems));
        put(run, "report.txt", note.text().getBytes(StandardCharsets.UTF_8));
        put(run, RunNote.FILE, note.json());
        latest.pointTo(run);
        return file;
    }

    /** Whole or not at all, also in place of an older one. */
    private static Path put(Path run, String name, byte[] bytes) throws IOException {
        Path next = run.resolve("." + name + "-next");
        Disk.delete(next);
        Disk.write(next, bytes);
        Disk.move(next, run.resolve(name));
        return run.resolve(name);
    }

    /** The highest number of a run that left a report, 0 where none did. */
    public long highest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.map(run -> RUN.matcher(run.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(run -> Long.parseLong(run.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    /** Removes reports of runs that ended before an instant, but the newest and that of the newest release. */
    public int forget(Instant before) throws IOException {
        List<RunNote> notes = notes();
        String newest = newest().orElse("");
        String release = notes.stream()
                .map(RunNote::release)
                .filter(name -> !name.isEmpty())
                .reduce((first, second) -> second)
                .orElse("");
        int forgotten = 0;
        for (RunNote note : notes) {
            boolean needed = note.run().equals(newest)
                    || (!release.isEmpty() && note.release().equals(release));
            if (!needed && Instant.parse(note.ended()).isBefore(before)) {
                Disk.delete(folder.resolve(note.run()));
                forgotten++;
            }
        }
        return forgotten;
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
