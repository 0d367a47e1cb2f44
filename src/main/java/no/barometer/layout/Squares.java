package no.barometer.layout;

import java.util.Arrays;
import no.barometer.layout.WideSums.Wide;
import org.jspecify.annotations.Nullable;

/**
 * Sums of squared weights that do not depend on their order, and how many weights were added. Squares of weights with at
 * most six decimals, as most have, are counted exactly in units of 10^-12; others as {@link WideSums} hold them.
 */
final class Squares implements Sums {
    private static final long MICROS_OF_PICO = 1_000_000;

    /** Two a cell: units of 10^-12, and how many there were. */
    private long[] narrow;
    /** How often a cell's units ran over 2^63. */
    private long[] over = new long[0];

    private @Nullable WideSums wide;

    Squares(int size) {
        narrow = new long[2 * size];
    }

    /** Adds a weight's square at each of some places, and counts it. */
    void add(int[] places, int from, int end, Weight weight) {
        long picos = Math.max(0, weight.picos());
        long[] sums = narrow;
        for (int i = from; i < end; i++) {
            int at = 2 * places[i];
            long sum = at < sums.length ? sums[at] + picos : -1;
            if (sum >= 0) {
                sums[at] = sum;
                sums[at + 1]++;
            } else {
                add(places[i], picos, 1);
                sums = narrow;
            }
        }
        if (weight.picos() < 0) {
            add(places, from, end, weight.square());
        }
    }

    /** Adds what is no weight's square; it is not counted. */
    void add(int[] places, int from, int end, Wide value) {
        if (wide == null) {
            wide = new WideSums(narrow.length / 2);
        }
        wide.add(places, from, end, value);
    }

    private void add(int place, long picos, long count) {
        int at = 2 * place;
        if (at >= narrow.length) {
            narrow = Arrays.copyOf(narrow, Math.max(at + 2, 2 * narrow.length));
        }
        long sum = narrow[at] + picos;
        if (sum < 0) {
            over(place, 1);
        }
        narrow[at] = sum & Long.MAX_VALUE;
        narrow[at + 1] += count;
    }

    private void over(int place, long times) {
        if (place >= over.length) {
            over = Arrays.copyOf(over, Math.max(place + 1, narrow.length / 2));
        }
        over[place] += times;
    }

    /** Adds other sums, each at the place that {@code here} gives it. */
    void add(Squares other, int[] here) {
        for (int place = 0; place < Math.min(here.length, other.narrow.length / 2); place++) {
            add(here[place], other.narrow[2 * place], other.narrow[2 * place + 1]);
            if (place < other.over.length && other.over[place] > 0) {
                over(here[place], other.over[place]);
            }
        }
        if (other.wide != null) {
            if (wide == null) {
                wide = new WideSums(narrow.length / 2);
            }
            wide.add(other.wide, here);
        }
    }

    long count(int place) {
        return 2 * place >= narrow.length ? 0 : narrow[2 * place + 1];
    }

    @Override
    public double get(int place) {
        return toDouble(high(place), low(place)) + (wide == null ? 0 : wide.get(place));
    }

    @Override
    public double difference(int place, int less) {
        long low = low(place);
        long lessLow = low(less);
        long borrow = Long.compareUnsigned(low, lessLow) < 0 ? 1 : 0;
        return toDouble(high(place) - high(less) - borrow, low - lessLow)
                + (wide == null ? 0 : wide.difference(place, less));
    }

    /** The lower 64 bits of the units of 10^-12. */
    private long low(int place) {
        long units = 2 * place >= narrow.length ? 0 : narrow[2 * place];
        return units | (over(place) << 63);
    }

    private long high(int place) {
        return over(place) >>> 1;
    }

    private long over(int place) {
        return place < over.length ? over[place] : 0;
    }

    /** As a number, from units of 10^-12. */
    private static double toDouble(long high, long low) {
        // unsigned: a signed low half counts 2^64 too little
        long carried = Math.multiplyHigh(low, MICROS_OF_PICO) + (low < 0 ? MICROS_OF_PICO : 0);
        return Fixed.toDouble(Math.addExact(Math.multiplyExact(high, MICROS_OF_PICO), carried), low * MICROS_OF_PICO);
    }
}
