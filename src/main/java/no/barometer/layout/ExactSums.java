package no.barometer.layout;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sums of weights that do not depend on their order: 128-bit integers that count units of 10^-18. A weight with up to 18
 * decimals is held exactly; what has more is rounded to that step before it is added. Sums reach 1.7e20. Weights of up to
 * nine decimals, as most are, are counted in 64 bits of their own until those are full: a wave's tally is half the size.
 * While only a few of all places have a sum, as in a household, no others are held.
 */
final class ExactSums implements Sums {
    private static final long NANO = 1_000_000_000L;
    /** Integers up to this are doubles. */
    private static final long EXACT = 1L << 53;

    /** One in so many places is few: a held place takes half as much again as one of all, and must be looked for. */
    private static final int FEW = 3;

    private final int size;
    /** Places that have sums, in the order of their first sight; null where all have room, each at its own index. */
    private int @Nullable [] few;

    private int fewCount;
    /** Counts of 10^-9. */
    private long[] narrow = new long[0];
    /** High and low half of counts of 10^-18, for what does not fit; empty until there is such. */
    private long[] wide = new long[0];

    /** @param size how many places there are likely to be */
    ExactSums(int size) {
        this.size = size;
    }

    /** The same with room for all places from the start, where most will have a sum soon. */
    static ExactSums roomy(int size) {
        ExactSums sums = new ExactSums(size);
        sums.narrow = new long[size];
        return sums;
    }

    ExactSums copy() {
        ExactSums copy = new ExactSums(size);
        copy.few = few == null ? null : few.clone();
        copy.fewCount = fewCount;
        copy.narrow = narrow.clone();
        copy.wide = wide.clone();
        return copy;
    }

    void add(int at, Fixed value) {
        widen(room(at, 1), value.high(), value.low());
    }

    /** Adds the same value at each of some places. */
    void add(int[] places, int from, int end, Fixed value) {
        for (int i = from; i < end; i++) {
            widen(room(places[i], end - from), value.high(), value.low());
        }
    }

    /** Adds the same count of 10^-9, 0 or more, at each of some places. */
    void add(int[] places, int from, int end, long nanos) {
        if (few != null || narrow.length == 0) {
            for (int i = from; i < end; i++) {
                addAt(room(places[i], end - from), nanos);
            }
            return;
        }
        long[] sums = narrow;
        for (int i = from; i < end; i++) {
            int at = places[i];
            long sum = at < sums.length ? sums[at] + nanos : -1;
            if (sum >= 0) {
                sums[at] = sum;
            } else {
                add(at, nanos);
                sums = narrow;
            }
        }
    }

    /** Adds a count of 10^-9, 0 or more. */
    void add(int at, long nanos) {
        addAt(room(at, 1), nanos);
    }

    private void addAt(int index, long nanos) {
        long sum = narrow[index] + nanos;
        if (sum < 0) {
            widen(index, Math.multiplyHigh(nanos, NANO), nanos * NANO);
        } else {
            narrow[index] = sum;
        }
    }

    private void widen(int index, long addHigh, long addLow) {
        if (wide.length < 2 * narrow.length) {
            wide = Arrays.copyOf(wide, 2 * narrow.length);
        }
        long sum = wide[2 * index + 1] + addLow;
        long carry = Long.compareUnsigned(sum, addLow) < 0 ? 1 : 0;
        wide[2 * index + 1] = sum;
        wide[2 * index] = Math.addExact(wide[2 * index], Math.addExact(addHigh, carry));
    }

    /** Where the sum of a place is, or -1. */
    private int index(int place) {
        if (few == null) {
            return place < narrow.length ? place : -1;
        }
        for (int i = 0; i < fewCount; i++) {
            if (few[i] == place) {
                return i;
            }
        }
        return -1;
    }

    /** Where the sum of a place is, which gets one. {@code more} are likely to follow where there are none yet. */
    private int room(int place, int more) {
        if (few == null && narrow.length == 0 && FEW * more <= size) {
            few = new int[more];
            narrow = new long[more];
        }
        int index = index(place);
        if (index >= 0) {
            return index;
        }
        if (few != null && FEW * (fewCount + 1) > size) {
            spread();
        }
        if (few == null) {
            if (place >= narrow.length) {
                narrow = Arrays.copyOf(narrow, Math.max(size, Math.max(place + 1, narrow.length * 3 / 2)));
            }
            return place;
        }
        if (fewCount == few.length) {
            few = Arrays.copyOf(few, 1 + fewCount * 3 / 2);
            narrow = Arrays.copyOf(narrow, few.length);
        }
        few[fewCount] = place;
        return fewCount++;
    }

    /** Gives all places room. */
    private void spread() {
        int[] places = Arrays.copyOf(Objects.requireNonNull(few), fewCount);
        long[] narrowOfFew = narrow;
        long[] wideOfFew = wide;
        int most = Arrays.stream(places).max().orElse(0);
        few = null;
        narrow = new long[Math.max(size, most + 1)];
        wide = wideOfFew.length == 0 ? wide : new long[2 * narrow.length];
        for (int i = 0; i < places.length; i++) {
            narrow[places[i]] = narrowOfFew[i];
            if (2 * i < wideOfFew.length) {
                wide[2 * places[i]] = wideOfFew[2 * i];
                wide[2 * places[i] + 1] = wideOfFew[2 * i + 1];
            }
        }
    }

    /** Adds other sums, each at the place that {@code here} gives it. */
    void add(ExactSums other, int[] here) {
        int[] places = other.few;
        int count = places == null ? other.narrow.length : other.fewCount;
        for (int i = 0; i < count; i++) {
            int place = places == null ? i : places[i];
            if (other.narrow[i] != 0) {
                addAt(room(here[place], count), other.narrow[i]);
            }
            if (2 * i < other.wide.length && (other.wide[2 * i] | other.wide[2 * i + 1]) != 0) {
                widen(room(here[place], count), other.wide[2 * i], other.wide[2 * i + 1]);
            }
        }
    }

    @Override
    public double get(int place) {
        int at = index(place);
        return isShort(at) ? (double) narrow(at) / NANO : get(at, null, -1);
    }

    @Override
    public double difference(int place, int lessPlace) {
        int at = index(place);
        int less = index(lessPlace);
        return isShort(at) && isShort(less) ? (double) (narrow(at) - narrow(less)) / NANO : get(at, this, less);
    }

    /** Whether a sum is a count of 10^-9 that is exact as a double: then one division rounds it rightly. */
    private boolean isShort(int at) {
        return narrow(at) <= EXACT && (!isWide(at) || (wide[2 * at] | wide[2 * at + 1]) == 0);
    }

    private double get(int at, @Nullable ExactSums other, int less) {
        long low = low(at);
        long high = high(at);
        if (other != null) {
            long lessLow = other.low(less);
            high -= other.high(less) + (Long.compareUnsigned(low, lessLow) < 0 ? 1 : 0);
            low -= lessLow;
        }
        return Fixed.toDouble(high, low);
    }

    private long low(int at) {
        return narrow(at) * NANO + (isWide(at) ? wide[2 * at + 1] : 0);
    }

    private long high(int at) {
        long high = Math.multiplyHigh(narrow(at), NANO);
        if (isWide(at)) {
            high += wide[2 * at];
            high += Long.compareUnsigned(low(at), wide[2 * at + 1]) < 0 ? 1 : 0;
        }
        return high;
    }

    private boolean isWide(int at) {
        return at >= 0 && 2 * at < wide.length;
    }

    private long narrow(int at) {
        return at < 0 ? 0 : narrow[at];
    }
}
