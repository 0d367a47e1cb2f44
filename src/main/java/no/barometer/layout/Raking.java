package no.barometer.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import no.barometer.layout.CrossTable.Axis;
import no.barometer.survey.Calibration;

/**
 * Weights raked to population margins by iterative proportional fitting (Deming and Stephan 1940), on the margins'
 * cross-table: the weights of a cell all change by one factor. Margins are fitted in turn, round by round, until no cell
 * moves in a round by more than 1e-7 of the sum of the weights as they were delivered: as R's {@code survey::rake} does with
 * {@code epsilon = 1e-7}. Margins that are shares (and add up to 1 or 100) say nothing of the population's size and keep the
 * sum of the weights.
 */
final class Raking {
    private static final int MOST_ROUNDS = 100;
    private static final double EPSILON = 1e-7;
    /** What no double tells apart from 0, beside all weights. */
    private static final double DIGITS = 1e-14;
    /** How far from a margin, as a share of all, weights that no longer move may be. */
    private static final double MET = 1e-5;
    /** How far from 1 or 100 rounded shares may add up. */
    private static final double ROUNDED = 1e-6;

    private final List<Axis> axes;
    private final double[] start;
    private final double[] table;
    private final double weights;
    private final double total;
    /** What one of the margins' population is in weights. */
    private final double unit;

    private int rounds;
    private double move = Double.POSITIVE_INFINITY;

    private Raking(List<Axis> axes, double[] start) {
        this.axes = axes;
        this.start = start;
        double population = Arrays.stream(axes.get(0).population()).sum();
        this.weights = Arrays.stream(start).sum();
        boolean shares = Math.abs(population - 1) <= ROUNDED || Math.abs(population - 100) <= 100 * ROUNDED;
        this.total = shares ? weights : population;
        this.unit = total / population;
        this.table = start.clone();
    }

    /**
     * Rakes sums of weights by cell.
     *
     * @param axes the margins of the cross-table; every group with a population has somebody in it, and no other has
     * @param start Σw by cell; not all 0
     */
    static Raking of(List<Axis> axes, double[] start) {
        Raking raking = new Raking(axes, start);
        while (raking.rounds < MOST_ROUNDS && !raking.still()) {
            raking.round();
        }
        return raking;
    }

    private boolean still() {
        return move <= Math.max(EPSILON * weights, DIGITS * total);
    }

    private void round() {
        double[] before = table.clone();
        axes.forEach(this::fit);
        move = 0;
        for (int cell = 0; cell < table.length; cell++) {
            move = Math.max(move, Math.abs(table[cell] - before[cell]));
        }
        rounds++;
    }

    private void fit(Axis axis) {
        double[] sums = sums(axis);
        for (int cell = 0; cell < table.length; cell++) {
            int group = axis.of(cell);
            if (table[cell] > 0) {
                table[cell] *= axis.population()[group] * unit / sums[group];
            }
        }
    }

    private double[] sums(Axis axis) {
        double[] sums = new double[axis.population().length];
        for (int cell = 0; cell < table.length; cell++) {
            sums[axis.of(cell)] += table[cell];
        }
        return sums;
    }

    /** What kept the weights from meeting all margins; empty if they do. */
    String failure() {
        if (!still()) {
            return "after " + rounds + " rounds a cell still moves by " + percent(move / total);
        }
        for (Axis axis : axes) {
            double[] sums = sums(axis);
            for (int group = 0; group < sums.length; group++) {
                double missed = Math.abs(sums[group] - axis.population()[group] * unit) / total;
                if (missed > MET) {
                    return "the margin of " + axis.groups().get(group) + " of " + axis.breakdown() + " is missed by "
                            + percent(missed);
                }
            }
        }
        return "";
    }

    private static String percent(double share) {
        return new BigDecimal(share * 100).round(new MathContext(2)).toPlainString() + " % of all weights";
    }

    /** What each cell's weights are multiplied by; 1 where nobody is. */
    double[] factors() {
        double[] factors = new double[table.length];
        for (int cell = 0; cell < factors.length; cell++) {
            factors[cell] = start[cell] > 0 ? table[cell] / start[cell] : 1;
        }
        return factors;
    }

    /**
     * What is told of it.
     *
     * @param squares Σw² by cell, before raking
     * @param counts respondents by cell
     */
    Calibration calibration(String wave, double[] squares, long[] counts) {
        double[] factors = factors();
        double sum = 0;
        double square = 0;
        long n = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int cell = 0; cell < factors.length; cell++) {
            if (counts[cell] > 0) {
                n += counts[cell];
                sum += factors[cell] * start[cell];
                square += factors[cell] * factors[cell] * squares[cell];
                smallest = Math.min(smallest, factors[cell] * weights / total);
                largest = Math.max(largest, factors[cell] * weights / total);
            }
        }
        List<String> margins = axes.stream().map(Axis::breakdown).toList();
        return new Calibration(wave, margins, rounds, move / total, n * square / (sum * sum), smallest, largest);
    }
}
