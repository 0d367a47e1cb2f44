package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.barometer.problem.Problem;

/** What researchers read after a run: {@code output/reports/<run>/problems.csv}, never published. */
public final class Reports {
    private final Path folder;
    private final Latest latest;

    public Reports(Path output) {
        folder = output.resolve("reports");
        latest = new Latest(folder, true);
    }

    /** Name of the newest report. */
    public Optional<String> newest() throws IOException {
        return latest.names();
    }

    /**
     * Writes a run's faults, sorted by place, and lets {@code reports/latest} lead to them. A resumed run writes anew.
     *
     * @param run name of the run, as a folder name
     * @return the file
     */
    public Path write(String run, List<Problem> problems) throws IOException {
        Path file = folder.resolve(run).resolve("problems.csv");
        Path next = file.resolveSibling(".problems.csv-next");
        Disk.delete(next);
        Disk.write(next, ProblemsCsv.of(problems));
        Disk.move(next, file);
        latest.pointTo(folder.resolve(run));
        return file;
    }
}
