package no.barometer.layout;

import java.util.Arrays;
import no.barometer.layout.WideSums.Wide;
import org.jspecify.annotations.Nullable;

/**
 * Respondents who wait to be added to a tally, as plain numbers: PSU by PSU the sums of one PSU stay in the processor's
 * cache, those of all do not.
 */
final class Waiting {
    private static final int MOST = 1 << 13;

    private int[] psus = new int[64];
    private @Nullable Weight[] weights = new Weight[64];
    /** Where there are numbers to be summed. */
    private @Nullable Product[] products = new Product[0];

    private int[] from = new int[65];
    private int[] numbers = new int[64 * 32];
    private int count;
    private int last = -1;

    /** What is summed of a number: a product of the weight, and of its square. */
    record Product(Fixed product, Wide ofSquare) {}

    /**
     * Takes what a respondent is counted in. {@code numbers} holds from {@code from} on the stratum, how many groups there
     * are, the groups, and up to {@code end} the cells.
     */
    interface Sink {
        /** Adds a weight (and its square) to all of the cells. */
        void weight(int psu, Weight weight, int[] numbers, int from, int end);

        /** Adds what is summed of a number to all of the cells. */
        void product(int psu, Product product, int[] numbers, int from, int end);
    }

    boolean full() {
        return count >= MOST;
    }

    void add(int psu, int stratum, int[] groups, int cell, Product product) {
        if (products.length < psus.length) {
            products = new Product[psus.length];
        }
        products[count] = product;
        add(psu, stratum, groups, new int[] {cell}, 1, null);
    }

    /** @param weight null where a product is there in its place */
    void add(int psu, int stratum, int[] groups, int[] cells, int cellCount, @Nullable Weight weight) {
        int at = from[count];
        int end = at + 2 + groups.length + cellCount;
        if (end > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(end, 2 * numbers.length));
        }
        numbers[at] = stratum;
        numbers[at + 1] = groups.length;
        System.arraycopy(groups, 0, numbers, at + 2, groups.length);
        System.arraycopy(cells, 0, numbers, at + 2 + groups.length, cellCount);
        psus[count] = psu;
        weights[count] = weight;
        last = Math.max(last, psu);
        from[++count] = end;
        if (count == psus.length) {
            psus = Arrays.copyOf(psus, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
            from = Arrays.copyOf(from, 2 * count + 1);
            products = Arrays.copyOf(products, products.length == 0 ? 0 : 2 * count);
        }
    }

    /** Hands all on, PSU by PSU, and forgets them. */
    void drain(Sink sink) {
        int[] next = new int[last + 2];
        for (int i = 0; i < count; i++) {
            next[psus[i] + 1]++;
        }
        for (int psu = 0; psu <= last; psu++) {
            next[psu + 1] += next[psu];
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[next[psus[i]]++] = i;
        }
        for (int i : order) {
            Weight weight = weights[i];
            Product product = i < products.length ? products[i] : null;
            if (weight != null) {
                sink.weight(psus[i], weight, numbers, from[i], from[i + 1]);
            } else if (product != null) {
                sink.product(psus[i], product, numbers, from[i], from[i + 1]);
            }
        }
        Arrays.fill(weights, 0, count, null);
        Arrays.fill(products, null);
        count = 0;
        last = -1;
    }
}
