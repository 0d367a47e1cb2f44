package no.barometer.trend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Holm 1979: p-values of tests made together, so that the chance of any false claim among them keeps its level. */
final class Holm {
    private Holm() {}

    /** The adjusted p-values, in the order given. */
    static double[] adjusted(List<Double> pValues) {
        int m = pValues.size();
        Integer[] order = new Integer[m];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(pValues::get));
        double[] adjusted = new double[m];
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            largest = Math.max(largest, Math.min(1, (m - rank) * pValues.get(order[rank])));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
