package no.barometer.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.barometer.problem.Problem;
import no.barometer.publish.Approval;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Edition;
import no.barometer.publish.Gate;
import no.barometer.publish.Manifest;
import no.barometer.publish.Published;
import no.barometer.publish.Publisher;
import no.barometer.publish.ReleaseReader;
import no.barometer.survey.Label;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.Comparison;
import no.barometer.trend.Fingerprints;
import no.barometer.trend.Material;
import no.barometer.trend.TrendTable;
import no.barometer.trend.TrendTables;
import no.barometer.warehouse.StoredLabel;
import no.barometer.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the warehouse to a release: estimates what changed, takes the rest over from the newest release. What the warehouse
 * holds is asked once.
 */
final class Publishing {
    private static final String METHOD = Bundle.READING + "." + TrendTables.ARITHMETIC + "." + Publisher.RENDERING;

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final Run run;
    private final Settings settings;
    private final List<Survey> surveys;
    private final Warehouse warehouse;
    private final List<Problem> found = new ArrayList<>();
    private @Nullable Map<String, List<DeliveryNote>> noted;
    private @Nullable Lost missed;

    Publishing(Run run) {
        this.run = run;
        this.settings = run.settings();
        this.surveys = run.surveys();
        this.warehouse = run.warehouse();
    }

    /** Whether the newest release, or a draft that has to wait, says just what definitions and warehouse say now. */
    boolean upToDate(Gate gate) throws IOException {
        Map<String, List<DeliveryNote>> notes = notes();
        Optional<Manifest> newest = newest();
        Optional<Manifest> draft = waiting(gate);
        Optional<Manifest> said = draft.or(() -> newest);
        if (said.isEmpty()) {
            return notes.isEmpty();
        }
        Manifest manifest = said.get();
        Set<String> standing = standing(notes, manifest);
        Lost lost = draft.isEmpty() ? lost(notes, newest, standing) : lost(notes, newest);
        TreeSet<String> defined = new TreeSet<>(notes.keySet());
        defined.addAll(lost.bySurvey().keySet());
        List<String> published =
                manifest.surveys().stream().map(Manifest.SurveyEntry::id).toList();
        return published.equals(List.copyOf(defined))
                && surveys.stream()
                        .filter(survey -> notes.containsKey(survey.id()) && !lost.any(survey.id()))
                        .allMatch(survey -> unchanged(survey, manifest, standing));
    }

    /** The draft that this run would only make again. */
    private Optional<Manifest> waiting(Gate gate) throws IOException {
        boolean waits = Approval.waiting(settings.output())
                .filter(note -> gate.embargo().isEmpty()
                        && (gate.draft()
                                || note.embargoed(gate.now())
                                || (!note.held().isEmpty() && !note.confirmed())))
                .isPresent();
        return waits ? Approval.manifest(settings.output()) : Optional.empty();
    }

    /** What publishing found to warn of, and what stands without its source. */
    List<Problem> problems() throws IOException {
        List<Problem> all = new ArrayList<>(found);
        Lost lost = missed == null ? lost(notes(), newest()) : missed;
        all.addAll(lost.problems(settings.input()));
        return all;
    }

    private Lost lost(Map<String, List<DeliveryNote>> notes, Optional<Manifest> newest) {
        return lost(notes, newest, newest.map(one -> standing(notes, one)).orElse(Set.of()));
    }

    private Lost lost(Map<String, List<DeliveryNote>> notes, Optional<Manifest> newest, Set<String> standing) {
        Lost lost = newest.map(manifest -> Lost.of(manifest, surveys, notes, standing, run.forgotten()))
                .orElseGet(() -> new Lost(Map.of()));
        missed = lost;
        return lost;
    }

    private Optional<Manifest> newest() throws IOException {
        return ReleaseReader.newest(settings.output()).map(ReleaseReader::manifest);
    }

    Published publish(Progress progress, Gate gate) throws IOException {
        Map<String, List<DeliveryNote>> notes = notes();
        Optional<Manifest> newest = newest();
        List<Survey> edited = new ArrayList<>();
        List<TrendTable> tables = new ArrayList<>();
        List<String> carried = new ArrayList<>();
        Set<String> standing = newest.map(one -> standing(notes, one)).orElse(Set.of());
        Lost lost = lost(notes, newest, standing);
        List<Survey> withFigures = surveys.stream()
                .filter(survey -> notes.containsKey(survey.id()) || lost.any(survey.id()))
                .toList();
        for (Survey survey : withFigures) {
            boolean same = lost.any(survey.id()) || (newest.isPresent() && unchanged(survey, newest.get(), standing));
            if (same) {
                carried.add(survey.id());
            } else {
                edited.add(survey);
            }
        }
        progress.begin("estimate", edited.size());
        List<Estimated> estimated = edited.parallelStream()
                .map(survey -> {
                    Estimated one = estimate(survey, notes.getOrDefault(survey.id(), List.of()));
                    progress.done(survey.id());
                    return one;
                })
                .toList();
        progress.end();
        estimated.forEach(one -> found.addAll(one.problems()));
        estimated.forEach(one -> tables.addAll(one.tables()));
        LOG.info("release begins: {} surveys changed, {} taken over", edited.size(), carried.size());
        Published published = new Publisher(settings.output())
                .publish(
                        new Edition(
                                settings.period(),
                                settings.date(),
                                edited,
                                tables,
                                notes.values().stream().flatMap(List::stream).toList(),
                                method(),
                                carried,
                                settings.configuration().site().url()),
                        gate);
        LOG.info("release {} {}", published.release(), published.made() ? "made" : "stands");
        new Recording(settings.output(), warehouse).complete();
        return published;
    }

    /** A survey's tables, and what is to be warned of. */
    private record Estimated(List<TrendTable> tables, List<Problem> problems) {}

    private Estimated estimate(Survey survey, List<DeliveryNote> notes) {
        Material material = material(survey, notes);
        List<Problem> problems = new ArrayList<>(Comparison.of(material));
        problems.addAll(Fingerprints.problems(material));
        List<TrendTable> tables = TrendTables.of(material);
        problems.addAll(EmptyTables.of(material, tables));
        return new Estimated(tables, problems);
    }

    private boolean unchanged(Survey survey, Manifest manifest, Set<String> standing) {
        return manifest.survey(survey.id())
                .filter(entry -> entry.definition().sha256().equals(survey.hash())
                        && entry.definition().method().equals(method())
                        && standing.contains(survey.id()))
                .isPresent();
    }

    /** Ids of surveys whose deliveries are those that a release names. */
    private static Set<String> standing(Map<String, List<DeliveryNote>> notes, Manifest manifest) {
        return manifest.surveys().parallelStream()
                .filter(entry -> entry.deliveries().equals(notes.get(entry.id())))
                .map(Manifest.SurveyEntry::id)
                .collect(Collectors.toSet());
    }

    /** What makes other bytes of the same figures: reading, arithmetic, rendering, and the address that pages name. */
    private String method() {
        String url = settings.configuration().site().url();
        return url.isEmpty() ? METHOD : METHOD + " " + url;
    }

    private Map<String, List<DeliveryNote>> notes() throws IOException {
        if (noted == null) {
            noted = run.notes();
        }
        return noted;
    }

    private Material material(Survey survey, List<DeliveryNote> notes) {
        SortedMap<String, Wave> waves = new TreeMap<>();
        warehouse.waves(survey.id()).forEach(wave -> waves.put(wave.id(), wave));
        Map<String, List<String>> respondentFiles = new HashMap<>();
        Map<String, String> blocks = new HashMap<>();
        for (DeliveryNote note : notes) {
            blocks.put(note.path(), note.block());
            if (note.respondents() > 0) {
                note.waves()
                        .forEach(wave -> respondentFiles
                                .computeIfAbsent(wave, fresh -> new ArrayList<>())
                                .add(note.path()));
            }
        }
        List<Label> labels = StoredLabel.published(warehouse.labels(survey.id()));
        Material material = new Material(
                survey,
                waves,
                warehouse.observations(survey.id()),
                warehouse.totals(survey.id()),
                labels,
                respondentFiles,
                blocks,
                warehouse.pairs(survey.id()),
                warehouse.calibrations(survey.id()));
        warehouse.describe(survey);
        warehouse.nameDimensions(survey.id(), TrendTables.dimensions(material));
        return material;
    }
}
