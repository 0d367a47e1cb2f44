package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.survey.Calibration;
import no.barometer.survey.Margin;

/**
 * The cross-table of one wave's population margins, with the exact sums of the weights (and their squares) of the respondents
 * in each cell: all that raking needs to know of them. Sums add up over files, and no order shows in them.
 */
public final class CrossTable {
    private final List<Axis> axes = new ArrayList<>();
    private final ExactSums sums = new ExactSums(0);
    private final WideSums squares = new WideSums(0);
    private long[] counts = new long[0];
    private final int size;

    /** @param margins that each hold at least one group in the wave */
    CrossTable(List<Margin> margins, String wave) {
        int stride = 1;
        for (Margin margin : margins) {
            Axis axis = Axis.of(margin, wave, stride);
            axes.add(axis);
            stride = Math.multiplyExact(stride, axis.groups().size());
        }
        this.size = stride;
    }

    /**
     * One margin.
     *
     * @param groups ids, sorted
     * @param stride by how much a cell's number grows from one group to the next
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Axis(String breakdown, List<String> groups, double[] population, int stride, Map<String, Integer> numbers) {
        static Axis of(Margin margin, String wave, int stride) {
            // nobody can be weighted to a population of nobody
            SortedMap<String, Double> byGroup = new TreeMap<>(margin.in(wave));
            byGroup.values().removeIf(population -> population == 0);
            List<String> groups = List.copyOf(byGroup.keySet());
            Map<String, Integer> numbers = new HashMap<>();
            groups.forEach(group -> numbers.put(group, numbers.size()));
            double[] population =
                    byGroup.values().stream().mapToDouble(one -> one).toArray();
            return new Axis(margin.breakdown(), groups, population, stride, numbers);
        }

        /** Number of a group, or -1 where it has no population. */
        int index(String group) {
            return numbers.getOrDefault(group, -1);
        }

        int of(int cell) {
            return cell / stride % groups.size();
        }
    }

    List<Axis> axes() {
        return axes;
    }

    void add(int cell, Weight weight) {
        if (cell >= counts.length) {
            counts = Arrays.copyOf(counts, size);
        }
        counts[cell]++;
        squares.add(cell, weight.square());
        if (weight.nanos() >= 0) {
            sums.add(cell, weight.nanos());
        } else {
            sums.add(cell, weight.exact());
        }
    }

    /** Adds the table of another file for the same wave and margins. */
    public void add(CrossTable other) {
        int[] same = new int[size];
        for (int cell = 0; cell < size; cell++) {
            same[cell] = cell;
        }
        sums.add(other.sums, same);
        squares.add(other.squares, same);
        counts = Arrays.copyOf(counts, size);
        for (int cell = 0; cell < other.counts.length; cell++) {
            counts[cell] += other.counts[cell];
        }
    }

    /** Groups with a population that nobody in the wave is in. */
    public List<String> absent() {
        List<String> absent = new ArrayList<>();
        for (Axis axis : axes) {
            long[] met = new long[axis.groups().size()];
            for (int cell = 0; cell < counts.length; cell++) {
                met[axis.of(cell)] += counts[cell];
            }
            for (int g = 0; g < met.length; g++) {
                if (met[g] == 0) {
                    absent.add(axis.groups().get(g) + " of " + axis.breakdown());
                }
            }
        }
        return absent;
    }

    /** Rakes the weights to the margins; nobody's weight, as {@link #absent} tells, cannot be raked. */
    public Raked rake(String wave) {
        double[] start = new double[size];
        double[] square = new double[size];
        for (int cell = 0; cell < size; cell++) {
            start[cell] = sums.get(cell);
            square[cell] = squares.get(cell);
        }
        Raking raking = Raking.of(axes, start);
        return new Raked(
                raking.failure(),
                raking.calibration(wave, square, Arrays.copyOf(counts, size)),
                new Factors(this, raking.factors()));
    }

    /**
     * What raking came to.
     *
     * @param failure what kept the weights from meeting all margins; empty if they do
     */
    public record Raked(String failure, Calibration calibration, Factors factors) {}
}
