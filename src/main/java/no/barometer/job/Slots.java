package no.barometer.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.warehouse.StoredDelivery;

/**
 * Who fills which slot, where the wave stands inside the file: known only once the file is read. Thread-safe.
 */
final class Slots {
    private final Map<List<String>, String> paths = new HashMap<>();

    Slots(Collection<StoredDelivery> standing) {
        standing.forEach(this::take);
    }

    /** Takes the slots of a delivery; the paths that already fill one of them with something else. */
    synchronized List<String> take(StoredDelivery delivery) {
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
}
