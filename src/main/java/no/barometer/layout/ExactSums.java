package no.barometer.layout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums of weights that do not depend on their order: 128-bit integers that count units of 10^-18. A weight with up to 18
 * decimals is held exactly; what has more is rounded to that step before it is added. Sums reach 1.7e20. Weights of up to
 * nine decimals, as most are, are counted in 64 bits of their own until those are full: a wave's tally is half the size.
 */
final class ExactSums implements Sums {
    private static final long NANO = 1_000_000_000L;
    /** Integers up to this are doubles. */
    private static final long EXACT = 1L << 53;

    /** Counts of 10^-9. */
    private long[] narrow;
    /** High and low half of counts of 10^-18, for what does not fit; empty until there is such. */
    private long[] wide = new long[0];

    ExactSums(int size) {
        narrow = new long[size];
    }

    void add(int at, Fixed value) {
        widen(at, value.high(), value.low());
    }

    /** Adds the same value at each of some places. */
    void add(int[] places, int from, int end, Fixed value) {
        for (int i = from; i < end; i++) {
            widen(places[i], value.high(), value.low());
        }
    }

    /** Adds the same count of 10^-9, 0 or more, at each of some places. */
    void add(int[] places, int from, int end, long nanos) {
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
        if (at >= narrow.length) {
            narrow = Arrays.copyOf(narrow, Math.max(at + 1, narrow.length + narrow.length / 2));
        }
        long sum = narrow[at] + nanos;
        if (sum < 0) {
            widen(at, Math.multiplyHigh(nanos, NANO), nanos * NANO);
        } else {
            narrow[at] = sum;
        }
    }

    private void widen(int at, long addHigh, long addLow) {
        if (2 * at + 1 >= wide.length) {
            wide = Arrays.copyOf(wide, 2 * Math.max(at + 1, narrow.length));
        }
        long sum = wide[2 * at + 1] + addLow;
        long carry = Long.compareUnsigned(sum, addLow) < 0 ? 1 : 0;
        wide[2 * at + 1] = sum;
        wide[2 * at] = Math.addExact(wide[2 * at], Math.addExact(addHigh, carry));
    }

    /** Adds other sums, each at the place that {@code here} gives it. */
    void add(ExactSums other, int[] here) {
        for (int at = 0; at < here.length; at++) {
            if (at < other.narrow.length && other.narrow[at] != 0) {
                add(here[at], other.narrow[at]);
            }
            if (2 * at < other.wide.length && (other.wide[2 * at] | other.wide[2 * at + 1]) != 0) {
                widen(here[at], other.wide[2 * at], other.wide[2 * at + 1]);
            }
        }
    }

    @Override
    public double get(int at) {
        return isShort(at) ? (double) narrow(at) / NANO : get(at, null, 0);
    }

    @Override
    public double difference(int at, int less) {
        return isShort(at) && isShort(less) ? (double) (narrow(at) - narrow(less)) / NANO : get(at, this, less);
    }

    /** Whether a sum is a count of 10^-9 that is exact as a double: then one division rounds it rightly. */
    private boolean isShort(int at) {
        return narrow(at) <= EXACT && (2 * at >= wide.length || (wide[2 * at] | wide[2 * at + 1]) == 0);
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
        return narrow(at) * NANO + (2 * at < wide.length ? wide[2 * at + 1] : 0);
    }

    private long high(int at) {
        long high = Math.multiplyHigh(narrow(at), NANO);
        if (2 * at < wide.length) {
            high += wide[2 * at];
            high += Long.compareUnsigned(low(at), wide[2 * at + 1]) < 0 ? 1 : 0;
        }
        return high;
    }

    private long narrow(int at) {
        return at < narrow.length ? narrow[at] : 0;
    }
}
