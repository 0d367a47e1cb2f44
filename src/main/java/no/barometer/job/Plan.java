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
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
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
 * @param stored what the warehouse held when the plan was made
 * @param rejected paths that are not read
 */
record Plan(
        List<SeenFile> files,
        List<SeenFile> hashed,
        List<Bundle> todo,
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
        Map<BundleKey, StoredBundle> left = new HashMap<>();
        Set<String> moved = new HashSet<>();
        for (StoredBundle one : stored) {
            left.put(one.key(), one);
            if (isGone(one, live)) {
                moved.add(one.key().survey() + one.fingerprint());
            }
        }
        List<Bundle> todo = new ArrayList<>();
        List<String> fingerprints =
                intake.bundles().parallelStream().map(Bundle::fingerprint).toList();
        for (int i = 0; i < fingerprints.size(); i++) {
            Bundle bundle = intake.bundles().get(i);
            String fingerprint = fingerprints.get(i);
            BundleKey key = bundle.key();
            StoredBundle stands = left.remove(key);
            StoredBundle before = stands == null ? new StoredBundle(key, "", List.of()) : stands;
            if (fingerprint.equals(before.fingerprint())
                    || moved.contains(bundle.survey().id() + fingerprint)) {
                continue;
            }
            List<StoredDelivery> gone = before.deliveries().stream()
                    .filter(one -> !live.contains(one.path())
                            && bundle.claims().stream().noneMatch(claim -> replaces(claim, one)))
                    .toList();
            if (gone.isEmpty()) {
                todo.add(bundle);
            } else if (changed(bundle, before)) {
                gone.forEach(one -> problems.add(gone(one)));
            }
        }
        Map<String, Survey> byId = surveys.stream().collect(Collectors.toMap(Survey::id, Function.identity()));
        left.forEach((key, one) -> {
            Survey survey = byId.get(key.survey());
            if (survey != null && outdated(survey, one)) {
                one.deliveries().stream()
                        .filter(delivery -> !live.contains(delivery.path()))
                        .forEach(delivery -> problems.add(gone(delivery)));
            }
        });
        return new Plan(files, hashed, todo, stored, problems, intake.rejected());
    }

    /** Deliveries whose files are there and whose figures stay as they are. */
    List<StoredDelivery> standing() {
        Set<String> live = files.stream().map(SeenFile::path).collect(Collectors.toSet());
        Set<BundleKey> rereading = todo.stream().map(Bundle::key).collect(Collectors.toSet());
        return stored.stream()
                .filter(bundle -> !rereading.contains(bundle.key()))
                .flatMap(bundle -> bundle.deliveries().stream())
                .filter(one -> live.contains(one.path()))
                .sorted(StoredDelivery.ORDER)
                .toList();
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

    /** Whether a file stands where another one stood: in its part of its wave, if the path says the wave. */
    private static boolean replaces(Claim claim, StoredDelivery one) {
        return claim.part().equals(one.part())
                && (claim.wave().isEmpty() || one.waves().contains(claim.wave()));
    }

    private static Problem gone(StoredDelivery one) {
        return new Problem(
                Kind.SOURCE_GONE, Location.of(one.path()), one.survey(), one.path(), "the file it was read from");
    }

    /** Whether what is left of a bundle, or its definition, differs from what was loaded. */
    private static boolean changed(Bundle bundle, StoredBundle before) {
        Set<String> known =
                before.deliveries().stream().map(StoredDelivery::sha256).collect(Collectors.toSet());
        return outdated(bundle.survey(), before)
                || bundle.claims().stream()
                        .anyMatch(claim -> !known.contains(claim.file().sha256()));
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
