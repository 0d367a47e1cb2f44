package no.barometer.trend;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sparse linear function of numbered variables: the sum of coefficient times variable.
 *
 * @param variables ascending and each once; what is given in another order, or twice, is put in order and added
 * @param coefficients one for each variable, none of them 0
 */
@SuppressWarnings("ArrayRecordComponent")
record Linear(int[] variables, double[] coefficients) {
    /** Coefficients of whole numbers and scores that are smaller than this are the rounding of a zero. */
    private static final double ZERO = 1e-10;

    static final Linear NONE = new Linear(new int[0], new double[0]);

    Linear {
        if (!ordered(variables, coefficients)) {
            Map<Integer, Double> sums = new TreeMap<>();
            for (int i = 0; i < variables.length; i++) {
                sums.merge(variables[i], coefficients[i], Double::sum);
            }
            sums.values().removeIf(one -> Math.abs(one) < ZERO);
            variables = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
            coefficients =
                    sums.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static boolean ordered(int[] variables, double[] coefficients) {
        for (int i = 0; i < variables.length; i++) {
            if (Math.abs(coefficients[i]) < ZERO || (i > 0 && variables[i] <= variables[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** The sum of variables. */
    static Linear sum(int... variables) {
        double[] ones = new double[variables.length];
        Arrays.fill(ones, 1);
        return new Linear(variables, ones);
    }

    int size() {
        return variables.length;
    }

    double at(double[] values) {
        double sum = 0;
        for (int i = 0; i < variables.length; i++) {
            sum += coefficients[i] * values[variables[i]];
        }
        return sum;
    }

    /** The coefficient of a variable; 0 where the function does not depend on it. */
    double coefficient(int variable) {
        int at = Arrays.binarySearch(variables, variable);
        return at < 0 ? 0 : coefficients[at];
    }

    /** This function plus {@code factor} times another. */
    Linear plus(double factor, Linear other) {
        if (factor == 0) {
            return this;
        }
        int[] merged = new int[size() + other.size()];
        double[] sums = new double[merged.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < size() || j < other.size()) {
            int mine = i < size() ? variables[i] : Integer.MAX_VALUE;
            int theirs = j < other.size() ? other.variables[j] : Integer.MAX_VALUE;
            double sum = (mine <= theirs ? coefficients[i] : 0) + (theirs <= mine ? factor * other.coefficients[j] : 0);
            if (Math.abs(sum) >= ZERO) {
                merged[n] = Math.min(mine, theirs);
                sums[n++] = sum;
            }
            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
        }
        return new Linear(Arrays.copyOf(merged, n), Arrays.copyOf(sums, n));
    }

    Linear times(double factor) {
        return NONE.plus(factor, this);
    }

    /** Puts an expression in the place of a variable. */
    Linear substitute(int variable, Linear expression) {
        double factor = coefficient(variable);
        return factor == 0 ? this : plus(factor, expression.plus(-1, sum(variable)));
    }

    /** What a variable is where this function is 0. */
    Linear solvedFor(int variable) {
        double factor = coefficient(variable);
        return plus(-factor, sum(variable)).times(-1 / factor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Linear that
                && Arrays.equals(variables, that.variables)
                && Arrays.equals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(variables) + Arrays.hashCode(coefficients);
    }
}
