package no.barometer.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.problem.Problem;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Edition;
import no.barometer.publish.Manifest;
import no.barometer.publish.Published;
import no.barometer.publish.Publisher;
import no.barometer.publish.ReleaseReader;
import no.barometer.survey.Label;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.Comparison;
import no.barometer.trend.Estimate;
import no.barometer.trend.Fingerprints;
import no.barometer.trend.Material;
import no.barometer.trend.TrendTable;
import no.barometer.trend.TrendTables;
import no.barometer.warehouse.PublishedEstimate;
import no.barometer.warehouse.Release;
import no.barometer.warehouse.StoredDelivery;
import no.barometer.warehouse.StoredLabel;
import no.barometer.warehouse.Warehouse;

/** From the warehouse to a release: estimates what changed, takes the rest over from the newest release. */
final class Publishing {
    private static final String METHOD = Bundle.READING + "." + TrendTables.ARITHMETIC + "." + Publisher.RENDERING;

    private final Settings settings;
    private final List<Survey> surveys;
    private final Warehouse warehouse;
    private final List<Problem> found = new ArrayList<>();

    Publishing(Settings settings, List<Survey> surveys, Warehouse warehouse) {
        this.settings = settings;
        this.surveys = surveys;
        this.warehouse = warehouse;
    }

    /** Whether the newest release says just what definitions and warehouse say now. */
    boolean upToDate() throws IOException {
        Map<String, List<DeliveryNote>> notes = notes();
        Optional<ReleaseReader> newest = ReleaseReader.newest(settings.output());
        if (newest.isEmpty()) {
            return notes.isEmpty();
        }
        Manifest manifest = newest.get().manifest();
        List<String> published =
                manifest.surveys().stream().map(Manifest.SurveyEntry::id).toList();
        return published.equals(notes.keySet().stream().sorted().toList())
                && surveys.stream()
                        .filter(survey -> notes.containsKey(survey.id()))
                        .allMatch(survey -> unchanged(survey, notes, manifest));
    }

    /** What publishing found to warn of. */
    List<Problem> problems() {
        return found;
    }

    Published publish(Progress progress) throws IOException {
        Map<String, List<DeliveryNote>> notes = notes();
        Optional<Manifest> newest = ReleaseReader.newest(settings.output()).map(ReleaseReader::manifest);
        List<Survey> edited = new ArrayList<>();
        List<TrendTable> tables = new ArrayList<>();
        List<String> carried = new ArrayList<>();
        List<Survey> withFigures = surveys.stream()
                .filter(survey -> notes.containsKey(survey.id()))
                .toList();
        progress.begin("estimate", withFigures.size());
        for (Survey survey : withFigures) {
            if (newest.isPresent() && unchanged(survey, notes, newest.get())) {
                carried.add(survey.id());
            } else {
                edited.add(survey);
                Material material = material(survey, notes.getOrDefault(survey.id(), List.of()));
                found.addAll(Comparison.of(material));
                found.addAll(Fingerprints.problems(material));
                tables.addAll(TrendTables.of(material));
            }
            progress.done(survey.id());
        }
        progress.end();
        Published published = new Publisher(settings.output())
                .publish(new Edition(
                        settings.period(),
                        settings.date(),
                        edited,
                        tables,
                        notes.values().stream().flatMap(List::stream).toList(),
                        method(),
                        carried,
                        settings.configuration().site().url()));
        if (published.made()) {
            record(published.release(), tables, carried);
        }
        return published;
    }

    private boolean unchanged(Survey survey, Map<String, List<DeliveryNote>> notes, Manifest manifest) {
        return manifest.survey(survey.id())
                .filter(entry -> entry.definition().sha256().equals(survey.hash())
                        && entry.definition().method().equals(method())
                        && entry.deliveries().equals(notes.get(survey.id())))
                .isPresent();
    }

    /** What makes other bytes of the same figures: reading, arithmetic, rendering, and the address that pages name. */
    private String method() {
        String url = settings.configuration().site().url();
        return url.isEmpty() ? METHOD : METHOD + " " + url;
    }

    /** Live deliveries by survey, as a release names them; only surveys that are defined. */
    private Map<String, List<DeliveryNote>> notes() {
        Map<String, List<DeliveryNote>> notes = new TreeMap<>();
        List<String> defined = surveys.stream().map(Survey::id).toList();
        for (StoredDelivery one : warehouse.deliveries()) {
            if (defined.contains(one.survey())) {
                notes.computeIfAbsent(one.survey(), fresh -> new ArrayList<>())
                        .add(new DeliveryNote(
                                one.survey(), one.path(), one.sha256(), one.block(), one.waves(), one.respondents()));
            }
        }
        notes.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        return notes;
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
                warehouse.pairs(survey.id()));
        warehouse.describe(survey);
        warehouse.nameDimensions(survey.id(), TrendTables.dimensions(material));
        return material;
    }

    /** Keeps what was printed, also of the surveys that were taken over. */
    private void record(String name, List<TrendTable> tables, List<String> carried) {
        List<PublishedEstimate> estimates = new ArrayList<>();
        tables.forEach(table -> table.estimates().forEach(one -> estimates.add(printed(table, one))));
        int last = warehouse.releases().isEmpty() ? 0 : warehouse.releases().lastKey();
        TreeSet<String> known = new TreeSet<>(carried);
        known.forEach(survey -> estimates.addAll(warehouse.estimates(survey, last)));
        warehouse.recordRelease(
                new Release(name, settings.date(), settings.period(), output(settings.output())), estimates);
    }

    private static String output(Path output) {
        return output.toAbsolutePath().normalize().toString();
    }

    private static PublishedEstimate printed(TrendTable table, Estimate one) {
        LocalDate start = one.wave().start();
        return new PublishedEstimate(
                table.survey(),
                table.id(),
                one.wave().id(),
                start,
                one.row().question(),
                one.row().item(),
                one.row().answer(),
                one.row().breakdown(),
                one.row().group(),
                one.row().measure(),
                one.row().baseKind(),
                one.value(),
                one.row().unit(),
                one.stdError(),
                one.ciLow(),
                one.ciHigh(),
                one.base(),
                one.effectiveBase(),
                one.change(),
                one.changePValue(),
                one.obsStatus(),
                one.confStatus(),
                one.method(),
                one.source());
    }
}
