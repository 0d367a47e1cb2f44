package no.barometer.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.barometer.problem.Problem;
import no.barometer.survey.Calibration;
import no.barometer.survey.Definitions;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import no.barometer.survey.Translations;
import no.barometer.survey.Wave;
import no.barometer.trend.Comparison;
import no.barometer.trend.Fingerprints;
import no.barometer.trend.Material;
import no.barometer.warehouse.SeenFile;
import no.barometer.warehouse.StoredDelivery;
import no.barometer.warehouse.StoredLabel;

/** The same reading and checking as a run's, with every fault listed and nothing changed. Needs no warehouse. */
public final class Checking {
    private final Settings settings;
    private final Progress progress;

    public Checking(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * What a check came to: all faults, and how many deliveries were looked at.
     *
     * @param codebook lines of YAML: what accepted deliveries told of the codebook and no definition says
     * @param annotated copies of faulty deliveries, by delivery
     */
    public record Result(
            List<Problem> problems, int deliveries, int rejected, List<String> codebook, Map<String, Path> annotated) {}

    /**
     * Checks all deliveries, or those named only.
     *
     * @param only paths below {@code input/}; empty: all
     * @throws no.barometer.survey.BadDefinition if a definition cannot be used
     */
    public Result check(List<String> only) {
        return check(only, false);
    }

    /** @param annotate whether to write copies of faulty deliveries, too */
    public Result check(List<String> only, boolean annotate) {
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
        BundleReader reader = new BundleReader(
                settings.input(), ReadingBounds.of(settings.configuration().bounds()));
        progress.begin("check", bundles.size());
        Set<String> rejected = new TreeSet<>(intake.rejected());
        Set<String> checked = new TreeSet<>(rejected);
        List<BundleReader.Outcome> outcomes = outcomes(bundles, reader);
        for (BundleReader.Outcome outcome : outcomes) {
            problems.addAll(outcome.problems());
            rejected.addAll(outcome.rejected());
            outcome.bundle().claims().forEach(claim -> checked.add(claim.path()));
        }
        for (Problem conflict : conflicts(outcomes)) {
            problems.add(conflict);
            rejected.add(conflict.at().delivery());
        }
        List<String> codebook = new ArrayList<>();
        for (Survey survey : surveys) {
            Material material = material(survey, outcomes);
            codebook.addAll(FoundCodebook.lines(survey, material.delivered(), material.observations()));
            problems.addAll(Translations.missing(survey));
            problems.addAll(Comparison.of(material));
            for (Problem changed : Fingerprints.problems(material)) {
                problems.add(changed);
                rejected.add(changed.at().delivery());
            }
        }
        progress.end();
        if (!only.isEmpty()) {
            checked.retainAll(only);
            rejected.retainAll(only);
        }
        List<Problem> wanted = problems.stream()
                .filter(problem -> only.isEmpty() || only.contains(problem.at().delivery()))
                .sorted()
                .distinct()
                .toList();
        Map<String, Path> annotated = annotate ? annotated(bundles, wanted) : Map.of();
        return new Result(wanted, checked.size(), rejected.size(), codebook, annotated);
    }

    private Map<String, Path> annotated(List<Bundle> bundles, List<Problem> problems) {
        try {
            return new Annotating(settings).write(bundles, problems);
        } catch (IOException failed) {
            throw new UncheckedIOException("the annotated copies cannot be written", failed);
        }
    }

    /** Files that turn out to hold the same wave of the same block, which only their content could tell. */
    private static List<Problem> conflicts(List<BundleReader.Outcome> outcomes) {
        Slots slots = new Slots(() -> Slots.Standing.NOBODY);
        List<Problem> conflicts = new ArrayList<>();
        for (BundleReader.Outcome outcome : outcomes) {
            for (StoredDelivery delivery : Slots.contested(outcome.bundle(), outcome.load())) {
                for (String other :
                        slots.take(outcome.bundle().claims().get(0), delivery).others()) {
                    conflicts.add(Slots.conflict(outcome.bundle().survey(), delivery.path(), other));
                    conflicts.add(Slots.conflict(outcome.bundle().survey(), other, delivery.path()));
                }
            }
        }
        return conflicts;
    }

    /** What was read of a survey, without a warehouse. */
    static Material material(Survey survey, List<BundleReader.Outcome> outcomes) {
        SortedMap<String, Wave> waves = new TreeMap<>();
        List<Observation> observations = new ArrayList<>();
        List<Totals> totals = new ArrayList<>();
        List<StoredLabel> labels = new ArrayList<>();
        Map<String, List<String>> respondentFiles = new TreeMap<>();
        Map<String, String> blocks = new TreeMap<>();
        List<Pair> pairs = new ArrayList<>();
        List<Calibration> calibrations = new ArrayList<>();
        for (BundleReader.Outcome outcome : outcomes) {
            if (!outcome.bundle().survey().equals(survey)) {
                continue;
            }
            outcome.load().waves().forEach(wave -> waves.put(wave.id(), wave));
            observations.addAll(outcome.load().observations());
            totals.addAll(outcome.load().totals());
            pairs.addAll(outcome.load().pairs());
            calibrations.addAll(outcome.load().calibrations());
            for (StoredDelivery one : outcome.load().deliveries()) {
                LocalDate first = outcome.load().waves().stream()
                        .filter(wave -> one.waves().contains(wave.id()))
                        .map(Wave::start)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.MAX);
                outcome.load()
                        .labels()
                        .getOrDefault(one.path(), List.of())
                        .forEach(label -> labels.add(new StoredLabel(label, one.path(), first)));
                blocks.put(one.path(), one.block());
                if (one.respondents() > 0) {
                    one.waves()
                            .forEach(wave -> respondentFiles
                                    .computeIfAbsent(wave, fresh -> new ArrayList<>())
                                    .add(one.path()));
                }
            }
        }
        return new Material(
                survey,
                waves,
                observations,
                totals,
                StoredLabel.published(labels),
                respondentFiles,
                blocks,
                pairs,
                calibrations);
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
        return found.toString().replace(File.separatorChar, '/');
    }
}
