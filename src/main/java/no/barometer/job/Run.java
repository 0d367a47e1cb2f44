package no.barometer.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.barometer.problem.Problem;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Gate;
import no.barometer.publish.Published;
import no.barometer.survey.Survey;
import no.barometer.survey.Translations;
import no.barometer.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/** One run while it goes on: what it works with, and what it has come to so far. Thread-safe where steps run in parallel. */
final class Run {
    private final Settings settings;
    private final List<Survey> surveys;
    private final Warehouse warehouse;
    private final Plan plan;
    private final Meanwhile<Map<String, List<DeliveryNote>>> planned;
    private final Slots slots;
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> rejected = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> loaded = Collections.synchronizedSet(new TreeSet<>());
    private final List<Conflict> conflicts = Collections.synchronizedList(new ArrayList<>());
    private final Progress progress;
    private final SafePlaces places;
    private final Predicate<DeliveryNote> forgotten;
    private final Gate gate;
    private final AtomicLong rows = new AtomicLong();
    private long number;
    private @Nullable Published published;

    /** @param forgotten deliveries that are to leave what is published */
    Run(
            Settings settings,
            List<Survey> surveys,
            Warehouse warehouse,
            Plan plan,
            Progress progress,
            SafePlaces places,
            Predicate<DeliveryNote> forgotten,
            Gate gate) {
        this.gate = gate;
        this.places = places;
        this.forgotten = forgotten;
        this.settings = settings;
        this.surveys = surveys;
        this.warehouse = warehouse;
        this.plan = plan;
        this.planned = new Meanwhile<>("notes", () -> Notes.of(surveys, plan.stored()));
        this.progress = progress;
        this.slots = new Slots(plan::standing);
        problems.addAll(plan.problems());
        surveys.forEach(survey -> problems.addAll(Translations.missing(survey)));
        rejected.addAll(plan.rejected());
    }

    Gate gate() {
        return gate;
    }

    Settings settings() {
        return settings;
    }

    List<Survey> surveys() {
        return surveys;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Plan plan() {
        return plan;
    }

    /** Live deliveries by survey: of surveys that the plan leaves alone those that the warehouse held then. */
    Map<String, List<DeliveryNote>> notes() throws IOException {
        Set<String> touched =
                plan.todo().stream().map(bundle -> bundle.survey().id()).collect(Collectors.toSet());
        Map<String, List<DeliveryNote>> notes = new TreeMap<>(planned.get());
        notes.keySet().removeAll(touched);
        notes.putAll(Notes.of(surveys, warehouse.bundles(touched)));
        return notes;
    }

    Slots slots() {
        return slots;
    }

    Progress progress() {
        return progress;
    }

    SafePlaces places() {
        return places;
    }

    Predicate<DeliveryNote> forgotten() {
        return forgotten;
    }

    /** Rows read of deliveries so far. */
    long rows() {
        return rows.get();
    }

    void read(long more) {
        rows.addAndGet(more);
    }

    long number() {
        return number;
    }

    void numbered(long runNumber) {
        number = runNumber;
    }

    void found(Collection<Problem> more) {
        problems.addAll(more);
    }

    void rejected(Collection<String> paths) {
        rejected.addAll(paths);
        loaded.removeAll(paths);
    }

    void loaded(Bundle bundle) {
        bundle.claims().forEach(claim -> loaded.add(claim.path()));
    }

    /** A bundle whose file shares a slot with another one. */
    record Conflict(Bundle bundle, String other) {}

    void conflict(Bundle bundle, String other) {
        conflicts.add(new Conflict(bundle, other));
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    List<Problem> problems() {
        return problems.stream().sorted().distinct().toList();
    }

    Set<String> rejected() {
        return rejected;
    }

    Set<String> loaded() {
        return loaded;
    }

    void published(Published what) {
        published = what;
    }

    @Nullable
    Published published() {
        return published;
    }
}
