package no.barometer.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Facts that a row of arrays holds together: the tables whose names end in {@code _pack}. */
final class Packs {
    /** So many packs are in memory as arrays of the database. */
    static final int AT_ONCE = 20;

    /** The views that show packs as rows unpack no more of each. */
    private static final int LARGEST = 1_000;

    private Packs() {}

    /**
     * All facts, in lists of which none is empty.
     *
     * @param shared what the row says once for all of its facts
     */
    static <T, S> List<List<T>> of(Collection<T> facts, Function<T, S> shared) {
        Map<S, List<T>> alike = new LinkedHashMap<>();
        S before = null;
        List<T> pack = new ArrayList<>();
        for (T fact : facts) {
            S now = shared.apply(fact);
            if (!now.equals(before)) {
                pack = alike.computeIfAbsent(now, fresh -> new ArrayList<>());
                before = now;
            }
            pack.add(fact);
        }
        List<List<T>> packs = new ArrayList<>();
        for (List<T> one : alike.values()) {
            for (int from = 0; from < one.size(); from += LARGEST) {
                packs.add(one.subList(from, Math.min(from + LARGEST, one.size())));
            }
        }
        return packs;
    }
}
