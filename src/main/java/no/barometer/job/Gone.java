package no.barometer.job;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.warehouse.BundleLoad;
import no.barometer.warehouse.StoredBundle;
import no.barometer.warehouse.StoredDelivery;

/**
 * Deliveries whose files have left {@code input/}, and the files that came to their bundle since. The figures of what is
 * gone stand, so that nothing may take their place that does not hold their waves.
 *
 * @param fresh files of the bundle that are not as they were when it was loaded
 */
record Gone(List<StoredDelivery> deliveries, List<Claim> fresh) {
    static final Gone NONE = new Gone(List.of(), List.of());

    /** @param live paths of the files that are there */
    static Gone of(Bundle bundle, StoredBundle before, Set<String> live) {
        List<StoredDelivery> gone = before.deliveries().stream()
                .filter(one -> !live.contains(one.path()))
                .toList();
        if (gone.isEmpty()) {
            return NONE;
        }
        Map<String, String> known = new HashMap<>();
        before.deliveries().forEach(one -> known.put(one.path(), one.sha256()));
        return new Gone(
                gone,
                bundle.claims().stream()
                        .filter(claim -> !claim.file().sha256().equals(known.get(claim.path())))
                        .toList());
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    /** Those in whose place no file can stand, as far as paths tell. */
    Gone unreplaced() {
        return new Gone(
                deliveries.stream()
                        .filter(one -> fresh.stream().noneMatch(claim -> claim.mayReplace(one)))
                        .toList(),
                fresh);
    }

    /** Those with a wave that is not in what was read to replace them. */
    Gone lackedBy(BundleLoad load) {
        return new Gone(
                deliveries.stream()
                        .filter(one -> fresh.stream().noneMatch(claim -> claim.replaces(one)))
                        .filter(one -> !waves(load.deliveries(), one.part()).containsAll(one.waves()))
                        .toList(),
                fresh);
    }

    private static Set<String> waves(Collection<StoredDelivery> deliveries, String part) {
        return deliveries.stream()
                .filter(one -> one.part().equalsIgnoreCase(part))
                .flatMap(one -> one.waves().stream())
                .collect(Collectors.toSet());
    }

    /** Tells of what is gone, and of what therefore cannot be taken. */
    List<Problem> problems() {
        return Stream.concat(deliveries.stream().map(Gone::told), fresh.stream().map(this::waits))
                .toList();
    }

    List<String> rejected() {
        return fresh.stream().map(Claim::path).toList();
    }

    static Problem told(StoredDelivery one) {
        return new Problem(
                Kind.SOURCE_GONE, Location.of(one.path()), one.survey(), one.path(), "the file it was read from");
    }

    private Problem waits(Claim claim) {
        String gone = deliveries.stream().map(StoredDelivery::path).collect(Collectors.joining(", "));
        return new Problem(
                Kind.WAVE_INCOMPLETE,
                Location.of(claim.path()),
                claim.survey().id(),
                gone,
                "it back in input/, all of its waves in this file, or it taken out for good: \"barometer forget "
                        + deliveries.get(0).path() + '"');
    }
}
