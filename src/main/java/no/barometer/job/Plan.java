package no.barometer.job;

import java.util.ArrayList;
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
import no.barometer.warehouse.StoredDelivery;

/**
 * What a run has to do: the difference between what is there and what the warehouse holds.
 *
 * @param hashed files that were not known as they are
 * @param todo bundles to be read
 * @param standing deliveries whose files are there and whose figures stay as they are
 * @param rejected paths that are not read
 */
record Plan(
        List<SeenFile> files,
        List<SeenFile> hashed,
        List<Bundle> todo,
        List<StoredDelivery> standing,
        List<Problem> problems,
        List<String> rejected) {

    static Plan of(
            List<Survey> surveys,
            List<SeenFile> files,
            Map<String, SeenFile> seen,
            Map<BundleKey, String> loaded,
            List<StoredDelivery> stored,
            List<Problem> inboxProblems) {
        Intake intake = Intake.of(surveys, files);
        List<Problem> problems = new ArrayList<>(inboxProblems);
        problems.addAll(intake.problems());
        Set<String> live = files.stream().map(SeenFile::path).collect(Collectors.toSet());
        Map<BundleKey, List<StoredDelivery>> byBundle =
                stored.stream().collect(Collectors.groupingBy(one -> new BundleKey(one.survey(), one.bundle())));
        Map<String, BundleKey> moved = new HashMap<>();
        byBundle.forEach((key, deliveries) -> {
            if (deliveries.stream().noneMatch(one -> live.contains(one.path()))) {
                moved.put(key.survey() + loaded.getOrDefault(key, ""), key);
            }
        });
        List<Bundle> todo = new ArrayList<>();
        Set<BundleKey> current = new HashSet<>();
        for (Bundle bundle : intake.bundles()) {
            current.add(bundle.key());
            String fingerprint = bundle.fingerprint();
            List<StoredDelivery> before = byBundle.getOrDefault(bundle.key(), List.of());
            List<StoredDelivery> gone = before.stream()
                    .filter(one -> !live.contains(one.path())
                            && bundle.claims().stream().noneMatch(claim -> replaces(claim, one)))
                    .toList();
            boolean same = fingerprint.equals(loaded.get(bundle.key()))
                    || moved.containsKey(bundle.survey().id() + fingerprint);
            if (!same && gone.isEmpty()) {
                todo.add(bundle);
            } else if (!same && changed(bundle, before, loaded.getOrDefault(bundle.key(), ""))) {
                gone.forEach(one -> problems.add(gone(one)));
            }
        }
        Map<String, Survey> byId = surveys.stream().collect(Collectors.toMap(Survey::id, Function.identity()));
        byBundle.forEach((key, deliveries) -> {
            Survey survey = byId.get(key.survey());
            if (survey != null
                    && !current.contains(key)
                    && outdated(survey, deliveries, loaded.getOrDefault(key, ""))) {
                deliveries.stream().filter(one -> !live.contains(one.path())).forEach(one -> problems.add(gone(one)));
            }
        });
        Set<BundleKey> rereading = todo.stream().map(Bundle::key).collect(Collectors.toSet());
        List<StoredDelivery> standing = stored.stream()
                .filter(one ->
                        live.contains(one.path()) && !rereading.contains(new BundleKey(one.survey(), one.bundle())))
                .toList();
        List<SeenFile> hashed =
                files.stream().filter(one -> !one.equals(seen.get(one.path()))).toList();
        return new Plan(files, hashed, todo, standing, problems, intake.rejected());
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
    private static boolean changed(Bundle bundle, List<StoredDelivery> before, String loaded) {
        Set<String> known = before.stream().map(StoredDelivery::sha256).collect(Collectors.toSet());
        return outdated(bundle.survey(), before, loaded)
                || bundle.claims().stream()
                        .anyMatch(claim -> !known.contains(claim.file().sha256()));
    }

    /** Whether the definition differs from the one that deliveries were read with. */
    private static boolean outdated(Survey survey, List<StoredDelivery> deliveries, String loaded) {
        return survey.block(deliveries.get(0).block())
                .map(block -> {
                    List<Claim> claims = deliveries.stream()
                            .map(one -> new Claim(
                                    survey,
                                    block,
                                    new SeenFile(one.path(), one.size(), one.modified(), one.sha256()),
                                    Map.of("part", one.part()),
                                    ""))
                            .sorted(java.util.Comparator.comparing(Claim::path))
                            .toList();
                    return !new Bundle(survey, block, deliveries.get(0).bundle(), claims)
                            .fingerprint()
                            .equals(loaded);
                })
                .orElse(true);
    }
}
