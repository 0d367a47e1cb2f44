package no.barometer.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Survey;
import no.barometer.warehouse.BundleLoad;
import no.barometer.warehouse.StoredDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Who fills which slot, where the wave stands inside the file: known only once the file is read. Thread-safe.
 */
final class Slots {
    private final Map<List<String>, StoredDelivery> filled = new HashMap<>();
    private final Supplier<Standing> before;
    private @Nullable Predicate<String> gone;

    /** @param before who fills slots already; asked for when slots are, and few runs do */
    Slots(Supplier<Standing> before) {
        this.before = before;
    }

    /**
     * Who fills slots before anything is read.
     *
     * @param gone tells of a path whether no file is there
     */
    record Standing(List<StoredDelivery> deliveries, Predicate<String> gone) {
        static final Standing NOBODY = new Standing(List.of(), path -> false);
    }

    /**
     * Who was in the slots that a delivery wants.
     *
     * @param others paths of what fills one of them with something else
     * @param gone what fills one, has left {@code input/}, and held more
     * @param absorbed bundles that the delivery takes the place of
     */
    record Taken(List<String> others, List<StoredDelivery> gone, List<String> absorbed) {
        boolean isFree() {
            return others.isEmpty() && gone.isEmpty();
        }
    }

    /** Takes the slots of a delivery if they are free. */
    synchronized Taken take(Claim claim, StoredDelivery delivery) {
        Predicate<String> isGone = gone;
        if (isGone == null) {
            Standing standing = before.get();
            isGone = standing.gone();
            gone = isGone;
            standing.deliveries().forEach(this::fill);
        }
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<StoredDelivery> replaced = new ArrayList<>();
        for (StoredDelivery other : others(delivery)) {
            boolean left = isGone.test(other.path());
            if (claim.replaces(other) || (left && delivery.waves().containsAll(other.waves()))) {
                taken.absorbed().add(other.bundle());
                replaced.add(other);
            } else if (left) {
                taken.gone().add(other);
            } else {
                taken.others().add(other.path());
            }
        }
        if (taken.isFree()) {
            filled.values().removeAll(replaced);
            fill(delivery);
        }
        return taken;
    }

    private Set<StoredDelivery> others(StoredDelivery delivery) {
        Set<StoredDelivery> others = new LinkedHashSet<>();
        for (List<String> key : keys(delivery)) {
            StoredDelivery other = filled.get(key);
            if (other != null && !other.path().equals(delivery.path())) {
                others.add(other);
            }
        }
        return others;
    }

    private void fill(StoredDelivery delivery) {
        keys(delivery).forEach(key -> filled.put(key, delivery));
    }

    private static List<List<String>> keys(StoredDelivery delivery) {
        String part = delivery.part().toLowerCase(Locale.ROOT);
        return delivery.waves().stream()
                .map(wave -> List.of(delivery.survey(), delivery.block(), wave, part))
                .toList();
    }

    /** The deliveries of a bundle whose waves only their content could tell. */
    static List<StoredDelivery> contested(Bundle bundle, BundleLoad load) {
        boolean alone =
                load.deliveries().size() == 1 && bundle.claims().get(0).wave().isEmpty();
        return alone ? load.deliveries() : List.of();
    }

    /** What is told of a file that shares a slot with another one. */
    static Problem conflict(Survey survey, String path, String other) {
        return new Problem(
                Kind.SLOT_CONFLICT,
                Location.of(path),
                survey.id(),
                path.compareTo(other) < 0 ? path + " and " + other : other + " and " + path,
                "one file for each wave; {part} or {version} in the pattern, or cumulative: true, if both belong");
    }
}
