package no.barometer.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.barometer.problem.Problem;
import no.barometer.sheet.ReadOptions;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.warehouse.SeenFile;

/** The same reading and checking as a run's, with every fault listed and nothing changed. Needs no warehouse. */
public final class Checking {
    private final Settings settings;
    private final Progress progress;

    public Checking(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** What a check came to: all faults, and how many deliveries were read. */
    public record Result(List<Problem> problems, int deliveries, int rejected) {}

    /**
     * Checks all deliveries, or those named only.
     *
     * @param only paths below {@code input/}; empty: all
     * @throws no.barometer.survey.BadDefinition if a definition cannot be used
     */
    public Result check(List<String> only) {
        List<Survey> surveys = Definitions.read(settings.jobs());
        Inbox inbox = new Inbox(settings.input());
        List<SeenFile> files = inbox.files(Map.of());
        Intake intake = Intake.of(surveys, files);
        List<Problem> problems = new ArrayList<>(inbox.problems());
        problems.addAll(intake.problems());
        List<Bundle> bundles = intake.bundles().stream()
                .filter(bundle ->
                        only.isEmpty() || bundle.claims().stream().anyMatch(claim -> only.contains(claim.path())))
                .toList();
        BundleReader reader = new BundleReader(settings.input(), ReadOptions.Bounds.DEFAULT);
        progress.begin("check", bundles.size());
        int rejected = intake.rejected().size();
        int read = 0;
        for (BundleReader.Outcome outcome : outcomes(bundles, reader)) {
            problems.addAll(outcome.problems());
            rejected += outcome.rejected().size();
            read += outcome.bundle().claims().size();
        }
        progress.end();
        List<Problem> wanted = problems.stream()
                .filter(problem -> only.isEmpty() || only.contains(problem.at().delivery()))
                .sorted()
                .distinct()
                .toList();
        return new Result(wanted, read, rejected);
    }

    private List<BundleReader.Outcome> outcomes(List<Bundle> bundles, BundleReader reader) {
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
        try {
            List<Future<BundleReader.Outcome>> started = new ArrayList<>();
            for (Bundle bundle : bundles) {
                started.add(threads.submit(() -> {
                    BundleReader.Outcome outcome = reader.read(bundle);
                    progress.done(bundle.claims().get(0).path());
                    return outcome;
                }));
            }
            List<BundleReader.Outcome> outcomes = new ArrayList<>();
            for (Future<BundleReader.Outcome> one : started) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the check failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was stopped", stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A file of the command line as a path below {@code input/}. */
    public String below(Path file) {
        Path input = settings.input().toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        Path found = absolute.startsWith(input) ? input.relativize(absolute) : file.normalize();
        return found.toString().replace('\\', '/');
    }
}
