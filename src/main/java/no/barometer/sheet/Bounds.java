package no.barometer.sheet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** How much of everything is read of one delivery; going over a bound is a fault of the delivery. */
public record Bounds(Map<Bound, Long> values) {
    public static final Bounds DEFAULT = new Bounds(Map.of());

    /** @param values what differs from the standard, at least 1 */
    public Bounds {
        EnumMap<Bound, Long> all = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            long value = values.getOrDefault(bound, bound.standard());
            if (value < 1) {
                throw new IllegalArgumentException("the bound " + bound.key() + " is " + value + ", not at least 1");
            }
            all.put(bound, value);
        }
        values = Collections.unmodifiableMap(all);
    }

    public long of(Bound bound) {
        return values.getOrDefault(bound, bound.standard());
    }

    /** The fault of going over a bound; {@code found} says by what. */
    Problem exceeded(Bound bound, String found, Location at) {
        String expected = "at most " + of(bound) + " " + bound.unit() + " (bounds." + bound.key() + ")";
        return Problem.of(Kind.TOO_LARGE, at, found, expected);
    }

    /** A bound that is also the size of something in memory. */
    int size(Bound bound) {
        return (int) Math.min(of(bound), Integer.MAX_VALUE - 16);
    }

    public Bounds with(Bound bound, long value) {
        EnumMap<Bound, Long> changed = new EnumMap<>(values);
        changed.put(bound, value);
        return new Bounds(changed);
    }
}
