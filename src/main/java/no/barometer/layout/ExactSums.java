package no.barometer.layout;

import java.util.Arrays;

/**
 * Sums that do not depend on their order: 128-bit integers that count units of 10^-18. A weight with up to 18 decimals
 * is held exactly; what has more is rounded to that step before it is added. Sums reach 1.7e20.
 */
final class ExactSums {
    private long[] high;
    private long[] low;

    ExactSums(int size) {
        high = new long[size];
        low = new long[size];
    }

    void add(int at, Fixed value) {
        add(at, value.high(), value.low());
    }

    void add(int at, long addHigh, long addLow) {
        if (at >= low.length) {
            int size = Math.max(at + 1, low.length * 2);
            high = Arrays.copyOf(high, size);
            low = Arrays.copyOf(low, size);
        }
        long sum = low[at] + addLow;
        long carry = Long.compareUnsigned(sum, addLow) < 0 ? 1 : 0;
        low[at] = sum;
        high[at] = Math.addExact(high[at], Math.addExact(addHigh, carry));
    }

    /** Adds other sums, each at the place that {@code here} gives it. */
    void add(ExactSums other, int[] here) {
        for (int at = 0; at < Math.min(here.length, other.low.length); at++) {
            if ((other.low[at] | other.high[at]) != 0) {
                add(here[at], other.high[at], other.low[at]);
            }
        }
    }

    double get(int at) {
        return at < low.length ? Fixed.toDouble(high[at], low[at]) : 0;
    }

    /** The exact difference of two sums, as a double. */
    double difference(int at, int less) {
        long lessHigh = less < low.length ? high[less] : 0;
        long lessLow = less < low.length ? low[less] : 0;
        long thisHigh = at < low.length ? high[at] : 0;
        long thisLow = at < low.length ? low[at] : 0;
        long borrow = Long.compareUnsigned(thisLow, lessLow) < 0 ? 1 : 0;
        return Fixed.toDouble(thisHigh - lessHigh - borrow, thisLow - lessLow);
    }

    boolean isZero(int at) {
        return at >= low.length || (low[at] | high[at]) == 0;
    }
}
