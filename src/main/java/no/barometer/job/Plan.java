package no.barometer.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.barometer.problem.Problem;
import no.barometer.survey.Survey;
import no.barometer.warehouse.BundleKey;
import no.barometer.warehouse.SeenFile;
import no.barometer.warehouse.StoredBundle;
import no.barometer.warehouse.StoredDelivery;

/**
 * What a run has to do: the difference between what is there and what the warehouse holds.
 *
 * @param hashed files that were not known as they are
 * @param todo bundles to be read
 * @param gone what left bundles that are to be read; only where something did
 * @param stored what the warehouse held when the plan was made
 * @param rejected paths that are not read
 */
record Plan(
        List<SeenFile> files,
        List<SeenFile> hashed,
        List<Bundle> todo,
        Map<BundleKey, Gone> gone,
        List<StoredBundle> stored,
        List<Problem> problems,
        List<String> rejected) {

    /**
     * @param intake of the files
     * @param stored all that the warehouse holds
     */
    static Plan of(
            List<Survey> surveys,
            List<SeenFile> files,
            List<SeenFile> hashed,
            Intake intake,
            List<StoredBundle> stored,
            List<Problem> inboxProblems) {
        List<Problem> problems = new ArrayList<>(inboxProblems);
        problems.addAll(intake.problems());
        Set<String> live = new HashSet<>();
        files.forEach(file -> live.add(file.path()));
        Map<BundleKey, StoredBundle> unclaimed = new HashMap<>();
        Set<String> moved = new HashSet<>();
        for (StoredBundle one : stored) {
            unclaimed.put(one.key(), one);
            if (isGone(one, live)) {
                moved.add(one.key().survey() + one.fingerprint());
            }
        }
        List<Bundle> todo = new ArrayList<>();
        Map<BundleKey, Gone> gone = new HashMap<>();
        List<String> rejected = new ArrayList<>(intake.rejected());
        List<String> fingerprints =
                intake.bundles().parallelStream().map(Bundle::fingerprint).toList();
        for (int i = 0; i < fingerprints.size(); i++) {
            Bundle bundle = intake.bundles().get(i);
            String fingerprint = fingerprints.get(i);
            BundleKey key = bundle.key();
            StoredBundle stands = unclaimed.remove(key);
            StoredBundle before = stands == null ? new StoredBundle(key, "", List.of()) : stands;
            boolean same = fingerprint.equals(before.fingerprint());
            if (same
                    ? !isCalledOtherwise(bundle, before, live)
                    : moved.contains(bundle.survey().id() + fingerprint)) {
                continue;
            }
            Gone left = Gone.of(bundle, before, live);
            Gone unreplaced = left.unreplaced();
            if (unreplaced.isEmpty()) {
                todo.add(bundle);
                if (!left.isEmpty()) {
                    gone.put(key, left);
                }
            } else if (!left.fresh().isEmpty() || outdated(bundle.survey(), before)) {
                problems.addAll(unreplaced.problems());
                rejected.addAll(unreplaced.rejected());
            }
        }
        Map<String, Survey> byId = surveys.stream().collect(Collectors.toMap(Survey::id, Function.identity()));
        unclaimed.forEach((key, one) -> {
            Survey survey = byId.get(key.survey());
            if (survey != null && outdated(survey, one)) {
                one.deliveries().stream()
                        .filter(delivery -> !live.contains(delivery.path()))
                        .forEach(delivery -> problems.add(Gone.told(delivery)));
            }
        });
        return new Plan(files, hashed, todo, gone, stored, problems, rejected);
    }

    /** Deliveries of bundles that are not read again. */
    Slots.Standing standing() {
        Set<String> live = files.stream().map(SeenFile::path).collect(Collectors.toSet());
        Set<BundleKey> rereading = todo.stream().map(Bundle::key).collect(Collectors.toSet());
        List<StoredDelivery> deliveries = stored.stream()
                .filter(bundle -> !rereading.contains(bundle.key()))
                .flatMap(bundle -> bundle.deliveries().stream())
                .sorted(StoredDelivery.ORDER)
                .toList();
        return new Slots.Standing(deliveries, path -> !live.contains(path));
    }

    /** Whether none of a bundle's files is there. */
    private static boolean isGone(StoredBundle bundle, Set<String> live) {
        for (StoredDelivery one : bundle.deliveries()) {
            if (live.contains(one.path())) {
                return false;
            }
        }
        return !bundle.deliveries().isEmpty();
    }

    /** Whether content lies where it was read, and now also at another path that comes first. */
    private static boolean isCalledOtherwise(Bundle bundle, StoredBundle before, Set<String> live) {
        List<StoredDelivery> called = before.deliveries();
        for (int i = 0; i < called.size(); i++) {
            String path = called.get(i).path();
            if (!path.equals(bundle.claims().get(i).path())
                    && live.contains(path)
                    && bundle.claims().stream().noneMatch(claim -> claim.path().equals(path))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the definition differs from the one that deliveries were read with. */
    private static boolean outdated(Survey survey, StoredBundle stored) {
        if (stored.deliveries().isEmpty()) {
            return false;
        }
        return survey.block(stored.deliveries().get(0).block())
                .map(block -> {
                    List<Claim> claims = stored.deliveries().stream()
                            .map(one -> new Claim(
                                    survey,
                                    block,
                                    new SeenFile(one.path(), one.size(), one.modified(), one.sha256()),
                                    Map.of("part", one.part()),
                                    ""))
                            .sorted(Comparator.comparing(Claim::path))
                            .toList();
                    return !new Bundle(survey, block, stored.key().bundle(), claims)
                            .fingerprint()
                            .equals(stored.fingerprint());
                })
                .orElse(true);
    }
}
