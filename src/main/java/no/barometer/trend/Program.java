package no.barometer.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A linear program over variables that are not negative, as a sparse dictionary: each row is a basic variable, a value plus
 * a linear function of the other variables, which are 0. Solved once, by the parametric simplex method with ties broken by
 * the lowest number (R. J. Vanderbei, Linear Programming, chapters 7 and 3).
 */
final class Program {
    private static final double ZERO = 1e-9;
    /** Far more than programs of this sort take; ends one that turns in circles. */
    private static final int PIVOTS_PER_ROW = 20;
    /** What stands for a variable in a row that must remain 0. */
    private static final int TIE = -1;

    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        private int variable;
        private double value;
        private Linear function;

        Row(int variable, double value, Linear function) {
            this.variable = variable;
            this.value = value;
            this.function = function;
        }

        /** How far another variable can grow before this one is 0. */
        double room(double slope) {
            return variable == TIE ? 0 : Math.max(0, -value / slope);
        }
    }

    /** A variable's value at the start, and how it depends on the variables that are 0. */
    void row(int variable, double value, Linear function) {
        rows.add(new Row(variable, value, function));
    }

    /** A function that must remain 0. */
    void tie(Linear function) {
        rows.add(new Row(TIE, 0, function));
    }

    /**
     * Raises a function by some amount at the least cost. The price that is paid for one more is raised until there is
     * enough, so that each point on the way is the cheapest of its amount.
     *
     * @param gain the function, of variables that are 0 at the start
     * @param cost of the same variables, none negative
     * @return the variables' values, but those that are 0; empty where the amount is out of reach
     */
    Map<Integer, Double> reach(Linear gain, double amount, Linear cost) {
        double missing = amount;
        Linear more = gain;
        Linear price = cost;
        for (int pivots = 0; pivots < PIVOTS_PER_ROW * (rows.size() + 1); pivots++) {
            int entering = cheapest(more, price);
            if (entering < 0) {
                break;
            }
            double limit = missing / more.coefficient(entering);
            int leaving = first(entering, limit);
            double step = leaving < 0
                    ? limit
                    : rows.get(leaving).room(rows.get(leaving).function.coefficient(entering));
            for (Row row : rows) {
                row.value += step * row.function.coefficient(entering);
            }
            if (leaving < 0) {
                return end(entering, step);
            }
            missing -= step * more.coefficient(entering);
            Linear expression = pivot(rows.get(leaving), entering, step);
            more = more.substitute(entering, expression);
            price = price.substitute(entering, expression);
        }
        return Map.of();
    }

    /** The variable with the least cost for each more of the gain. */
    private static int cheapest(Linear gain, Linear cost) {
        int best = -1;
        double price = Double.POSITIVE_INFINITY;
        for (int i = 0; i < gain.size(); i++) {
            if (gain.coefficients()[i] > ZERO) {
                double ratio = cost.coefficient(gain.variables()[i]) / gain.coefficients()[i];
                if (ratio < price - ZERO) {
                    price = ratio;
                    best = gain.variables()[i];
                }
            }
        }
        return best;
    }

    /** The row that is the first to become 0 when a variable grows, or -1 if none does before the limit. */
    private int first(int entering, double limit) {
        int first = -1;
        double shortest = limit;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double slope = row.function.coefficient(entering);
            if (slope < -ZERO || (slope > ZERO && row.variable == TIE)) {
                double room = row.room(slope);
                boolean even = first >= 0 && room <= shortest + ZERO && row.variable < rows.get(first).variable;
                if (room < shortest - ZERO || even) {
                    shortest = room;
                    first = i;
                }
            }
        }
        return first;
    }

    /** Solves a row for the entering variable and puts that into all others. */
    private Linear pivot(Row leaving, int entering, double step) {
        // a tie that has left is 0 for ever, and so left out
        Linear equation =
                leaving.variable == TIE ? leaving.function : leaving.function.plus(-1, Linear.sum(leaving.variable));
        Linear expression = equation.solvedFor(entering);
        for (Row row : rows) {
            row.function = row.function.substitute(entering, expression);
        }
        leaving.variable = entering;
        leaving.value = step;
        leaving.function = expression;
        return expression;
    }

    private Map<Integer, Double> end(int entering, double step) {
        Map<Integer, Double> end = new HashMap<>();
        rows.forEach(row -> end.put(row.variable, row.value));
        end.put(entering, step);
        return end;
    }
}
