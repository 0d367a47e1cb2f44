package no.barometer.job;

import java.util.ArrayList;
import java.util.List;
import no.barometer.problem.Problem;
import no.barometer.warehouse.BundleLoad;
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
            if (!outcome.rejected().isEmpty() || overlaps(bundle, outcome.load())) {
                continue;
            }
            loads.add(outcome.load());
            loaded.add(bundle);
            facts += outcome.load().observations().size()
                    + outcome.load().totals().size();
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

    /** Whether another file already fills a slot of this one, as only its content could tell. */
    private boolean overlaps(Bundle bundle, BundleLoad load) {
        List<String> others = Slots.contested(bundle, load).stream()
                .flatMap(delivery -> run.slots().take(delivery).stream())
                .toList();
        others.forEach(other -> run.conflict(bundle, other));
        return !others.isEmpty();
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
