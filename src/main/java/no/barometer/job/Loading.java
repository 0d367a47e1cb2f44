package no.barometer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.barometer.problem.Problem;
import no.barometer.warehouse.BundleLoad;
import no.barometer.warehouse.StoredDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads bundles and puts them into the warehouse; small ones several at a time, each whole or not at all. */
final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
    private static final int FACTS_TOGETHER = 20_000;

    private final Run run;
    private final BundleReader reader;

    Loading(Run run, BundleReader reader) {
        this.run = run;
        this.reader = reader;
    }

    void load(List<Bundle> bundles) throws Exception {
        List<BundleLoad> loads = new ArrayList<>();
        List<Bundle> loaded = new ArrayList<>();
        int facts = 0;
        for (Bundle bundle : bundles) {
            BundleReader.Outcome outcome = reader.read(bundle);
            List<Problem> changed = changed(bundle);
            if (!changed.isEmpty()) {
                // what was read may be half of one content and half of another
                run.found(changed);
                continue;
            }
            run.found(outcome.problems());
            outcome.load().deliveries().forEach(delivery -> run.read(delivery.rows()));
            run.rejected(outcome.rejected());
            run.progress().done(bundle.claims().get(0).path());
            if (!outcome.rejected().isEmpty() || lacks(bundle, outcome.load())) {
                continue;
            }
            Optional<BundleLoad> load = slotted(bundle, outcome.load());
            if (load.isEmpty()) {
                continue;
            }
            loads.add(load.get());
            loaded.add(bundle);
            facts += load.get().observations().size() + load.get().totals().size();
            if (facts > FACTS_TOGETHER) {
                store(loads, loaded);
                facts = 0;
            }
        }
        store(loads, loaded);
    }

    /** Tells of files that changed or went since they were hashed: left for the next run. */
    private List<Problem> changed(Bundle bundle) {
        return bundle.claims().stream()
                .filter(claim -> !Inbox.unchanged(run.settings().input().resolve(claim.path()), claim.file()))
                .map(claim -> Inbox.changed(claim.path()).in(bundle.survey().id()))
                .toList();
    }

    private void store(List<BundleLoad> loads, List<Bundle> bundles) throws Exception {
        if (!loads.isEmpty()) {
            run.places().change(() -> {
                run.warehouse().replaceAll(List.copyOf(loads), run.number());
                return bundles;
            });
            LOG.info("{} bundles loaded", loads.size());
            bundles.forEach(run::loaded);
            loads.clear();
            bundles.clear();
        }
    }

    /** Whether the bundle held waves of files that are gone, and no longer would. */
    private boolean lacks(Bundle bundle, BundleLoad load) {
        return stands(run.plan().gone().getOrDefault(bundle.key(), Gone.NONE).lackedBy(load));
    }

    private boolean stands(Gone gone) {
        if (!gone.isEmpty()) {
            run.found(gone.problems());
            run.rejected(gone.rejected());
        }
        return !gone.isEmpty();
    }

    /** With the bundles it takes the place of; nothing if another file fills a slot, as only content could tell. */
    private Optional<BundleLoad> slotted(Bundle bundle, BundleLoad load) {
        BundleLoad slotted = load;
        for (StoredDelivery delivery : Slots.contested(bundle, load)) {
            Slots.Taken taken = run.slots().take(bundle.claims().get(0), delivery);
            taken.others().forEach(other -> run.conflict(bundle, other));
            if (stands(new Gone(taken.gone(), bundle.claims())) || !taken.isFree()) {
                return Optional.empty();
            }
            slotted = slotted.absorbing(taken.absorbed());
        }
        return Optional.of(slotted);
    }

    /** Tells of files that turned out to share a slot. One that was loaded in this run is taken out again. */
    void settle() throws Exception {
        for (Run.Conflict conflict : run.conflicts()) {
            Claim claim = conflict.bundle().claims().get(0);
            tell(conflict.bundle(), claim.path(), conflict.other());
            for (Bundle other : run.plan().todo()) {
                if (other.survey().id().equals(claim.survey().id())
                        && other.claims().get(0).path().equals(conflict.other())) {
                    tell(other, conflict.other(), claim.path());
                    run.places().change(() -> {
                        run.warehouse().remove(other.key());
                        return other;
                    });
                }
            }
        }
    }

    private void tell(Bundle bundle, String path, String other) {
        run.found(List.of(Slots.conflict(bundle.survey(), path, other)));
        run.rejected(List.of(path));
    }
}
