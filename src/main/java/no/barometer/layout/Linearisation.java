package no.barometer.layout;

import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/**
 * Adds up a vector's totals and their design covariance stratum by stratum: V = Σ_h f_h n_h/(n_h-1) Σ_i (A_hi - Ā_h)(A_hi -
 * Ā_h)ᵀ over strata h and PSUs i, n_h counting all PSUs of the stratum, also those with nobody in the base; a stratum with
 * one PSU adds f_h A Aᵀ (Särndal, Swensson and Wretman 1992, ch. 2.9 and 5; R survey with
 * {@code survey.lonely.psu="adjust"}). Where respondents are the PSUs the same follows from sums of squared weights.
 */
final class Linearisation {
    private final Tally tally;
    private final Vector vector;
    private final int group;
    private final double[] total;
    private final double[] squares;
    private final double[] covariance;
    private int dfValid;
    private int dfAsked;

    Linearisation(Tally tally, Vector vector, int group) {
        this.tally = tally;
        this.vector = vector;
        this.group = group;
        this.total = new double[vector.size()];
        this.squares = new double[vector.size()];
        this.covariance = new double[vector.size() * (vector.size() + 1) / 2];
    }

    /**
     * Adds a stratum whose PSUs are clusters.
     *
     * @param psus the group's sums in each of them; null where nobody of the group is
     * @param correction finite population correction f_h
     */
    void clusters(@Nullable ExactSums[] psus, double correction) {
        int k = vector.size();
        int size = psus.length;
        double[] @Nullable [] rows = new double[size][];
        int answering = 0;
        int asked = 0;
        for (int i = 0; i < size; i++) {
            ExactSums sums = psus[i];
            if (sums != null) {
                rows[i] = vector.values(sums);
                answering += anybody(rows[i], true) ? 1 : 0;
                asked += anybody(rows[i], false) ? 1 : 0;
            }
        }
        double[] mean = sum(rows, k);
        dfValid += Math.max(0, answering - 1);
        dfAsked += Math.max(0, asked - 1);
        for (int j = 0; j < k; j++) {
            total[j] += mean[j];
            mean[j] /= Math.max(1, size);
        }
        scatter(rows, mean, correction, covariance);
    }

    private static double[] sum(double[] @Nullable [] rows, int size) {
        double[] sum = new double[size];
        for (double[] row : rows) {
            for (int j = 0; row != null && j < size; j++) {
                sum[j] += row[j];
            }
        }
        return sum;
    }

    /**
     * Adds f n/(n-1) Σ (A_i - Ā)(A_i - Ā)ᵀ of one stratum; of its only PSU f A Aᵀ.
     *
     * @param rows A_i by PSU; null where it has nobody in the domain
     * @param mean Ā
     * @param covariance packed
     */
    static void scatter(double[] @Nullable [] rows, double[] mean, double correction, double[] covariance) {
        int k = mean.length;
        int size = rows.length;
        double factor = correction * (size > 1 ? size / (size - 1.0) : 1);
        double[] deviation = new double[k];
        for (double[] row : rows) {
            for (int j = 0; j < k; j++) {
                deviation[j] = (row == null ? 0 : row[j]) - (size > 1 ? mean[j] : 0);
            }
            int at = 0;
            for (int a = 0; a < k; a++) {
                for (int b = a; b < k; b++) {
                    covariance[at++] += factor * deviation[a] * deviation[b];
                }
            }
        }
    }

    /** Adds the squares of all strata, where they are not kept by stratum. */
    void squaresOfClusters() {
        Squares squared = tally.squares(0, group);
        if (squared != null) {
            addSquares(vector.values(squared));
        }
    }

    private void addSquares(double[] some) {
        for (int i = 0; i < some.length; i++) {
            squares[i] += some[i];
        }
    }

    /**
     * Adds a stratum whose PSUs are its respondents.
     *
     * @param sums the group's in the stratum
     * @param cross cell of Σw²(x-c) of a number
     */
    void respondents(int stratum, @Nullable ExactSums sums, int cross, double correction) {
        Squares squared = tally.squares(stratum, group);
        if (sums == null || squared == null) {
            return;
        }
        double[] row = vector.values(sums);
        double[] square = vector.values(squared);
        addSquares(square);
        long size = tally.respondents(stratum);
        double factor = correction * (size > 1 ? size / (size - 1.0) : 1);
        int at = 0;
        for (int a = 0; a < row.length; a++) {
            total[a] += row[a];
            for (int b = a; b < row.length; b++) {
                double both = a == b ? square[a] : vector.number() && a == 0 && b == 1 ? squared.get(cross) : 0;
                covariance[at++] += factor * (both - (size > 1 ? row[a] * row[b] / size : 0));
            }
        }
        dfValid -= anybody(row, true) ? 1 : 0;
        dfAsked -= anybody(row, false) ? 1 : 0;
    }

    /** Counts respondents as PSUs. */
    void countRespondents(long[] n) {
        for (int i = vector.number() ? 1 : 0; i < n.length; i++) {
            dfAsked += (int) n[i];
            dfValid += vector.parts().get(i).valid() ? (int) n[i] : 0;
        }
    }

    private boolean anybody(double[] row, boolean validOnly) {
        return vector.anybody(row, validOnly);
    }

    /** The vector's totals with what belongs to them. */
    Totals totals(String wave, Cells.Variable variable, Groups.Group of, long[] n) {
        if (vector.number()) {
            squares[0] = squares[1];
        }
        boolean[] valid = new boolean[vector.size()];
        for (int i = 0; i < valid.length; i++) {
            valid[i] = vector.parts().get(i).valid();
        }
        return new Totals(
                wave,
                variable.question(),
                variable.item(),
                vector.option(),
                of.breakdown(),
                of.id(),
                vector.number(),
                vector.parts().stream().map(Vector.Part::id).toList(),
                valid,
                total,
                n,
                squares,
                covariance,
                dfValid,
                dfAsked,
                variable.center(),
                variable.weighting());
    }
}
