package no.barometer.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Survey;
import no.barometer.warehouse.BundleLoad;
import no.barometer.warehouse.StoredDelivery;

/**
 * Who fills which slot, where the wave stands inside the file: known only once the file is read. Thread-safe.
 */
final class Slots {
    private final Map<List<String>, String> paths = new HashMap<>();
    private final Supplier<List<StoredDelivery>> standing;
    private boolean asked;

    /** @param standing who fills slots already; asked for when slots are, and few runs do */
    Slots(Supplier<List<StoredDelivery>> standing) {
        this.standing = standing;
    }

    /** Takes the slots of a delivery; the paths that already fill one of them with something else. */
    synchronized List<String> take(StoredDelivery delivery) {
        if (!asked) {
            asked = true;
            standing.get().forEach(this::take);
        }
        List<List<String>> keys = delivery.waves().stream()
                .map(wave -> List.of(delivery.survey(), delivery.block(), wave, delivery.part()))
                .toList();
        Set<String> others = new LinkedHashSet<>();
        for (List<String> key : keys) {
            String other = paths.get(key);
            if (other != null && !other.equals(delivery.path())) {
                others.add(other);
            }
        }
        if (others.isEmpty()) {
            keys.forEach(key -> paths.put(key, delivery.path()));
        }
        return new ArrayList<>(others);
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
