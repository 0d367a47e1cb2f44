package no.barometer.trend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear program in moves away from a state that is allowed: moves up and down, each at a price by its size, and levels
 * that depend on them and may not fall below 0. Kept as a sparse dictionary: each row is a basic variable, as a value plus
 * a linear function of the other variables, which are 0.
 *
 * <p>Solved once, by the parametric simplex method with ties broken by the lowest number (R. J. Vanderbei, Linear
 * Programming, chapters 7 and 3). A move and its opposite share one column.
 */
final class Program {
    private static final double ZERO = 1e-9;
    /** Far more than programs of this sort take; ends one that turns in circles. */
    private static final int PIVOTS_PER_ROW = 20;
    /** What stands for a variable in a row that must remain 0. */
    private static final int TIE = -1;

    /** Prices of the moves, which are the first variables; levels come after them. */
    private final double[] prices;

    private final List<Row> rows = new ArrayList<>();
    /** What one more of a variable gains, and costs beside its own price. */
    private Linear gain = Linear.NONE;

    private Linear cost = Linear.NONE;

    private static final class Row {
        private int variable;
        private double value;
        private Linear function;
        /** The side of 0 on which the variable must remain; 0 where it may be on both. */
        private double side;

        Row(int variable, double value, Linear function) {
            this.variable = variable;
            this.value = value;
            this.function = function;
            this.side = 1;
        }

        boolean limits(double slope) {
            return variable == TIE ? Math.abs(slope) > ZERO : slope * side < -ZERO;
        }

        /** How far another variable can move before this one is 0. */
        double room(double slope) {
            return variable == TIE ? 0 : Math.max(0, value * side / Math.abs(slope));
        }
    }

    Program(double[] prices) {
        this.prices = prices.clone();
    }

    /** A level's value at the start, and how it depends on the moves. */
    void level(int number, double value, Linear function) {
        rows.add(new Row(prices.length + number, value, function));
    }

    /** A function of the moves that must remain 0. */
    void tie(Linear function) {
        rows.add(new Row(TIE, 0, function));
    }

    /**
     * Raises a function of the moves by some amount at the least cost. The price that is paid for one more is raised until
     * there is enough, so that each point on the way is the cheapest of its amount.
     *
     * @return the moves; empty where the amount is out of reach
     */
    double[] reach(Linear function, double amount) {
        gain = function;
        double missing = amount;
        for (int pivots = 0; pivots < PIVOTS_PER_ROW * (rows.size() + 1); pivots++) {
            int entering = cheapest();
            if (entering < 0) {
                break;
            }
            List<Row> moved = dependingOn(entering);
            double slope = gain.coefficient(entering);
            double direction = Math.signum(slope);
            double limit = missing / Math.abs(slope);
            Row leaving = first(moved, entering, direction, limit);
            double room = leaving == null ? limit : leaving.room(leaving.function.coefficient(entering));
            double step = direction * room;
            for (Row row : moved) {
                row.value += step * row.function.coefficient(entering);
            }
            if (leaving == null) {
                return end(entering, step);
            }
            missing -= step * slope;
            pivot(leaving, moved, entering, step);
        }
        return new double[0];
    }

    private List<Row> dependingOn(int variable) {
        List<Row> found = new ArrayList<>();
        for (Row row : rows) {
            if (row.function.coefficient(variable) != 0) {
                found.add(row);
            }
        }
        return found;
    }

    private boolean isMove(int variable) {
        return variable >= 0 && variable < prices.length;
    }

    /** The variable with the least cost for each more of the gain. */
    private int cheapest() {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < gain.size(); i++) {
            int variable = gain.variables()[i];
            double slope = gain.coefficients()[i];
            if (slope > ZERO || (slope < -ZERO && isMove(variable))) {
                double own = isMove(variable) ? prices[variable] : 0;
                double ratio = (own + Math.signum(slope) * cost.coefficient(variable)) / Math.abs(slope);
                if (ratio < least - ZERO) {
                    least = ratio;
                    best = variable;
                }
            }
        }
        return best;
    }

    /** The row that is the first to become 0 when a variable moves, or null if none does before the limit. */
    private static @Nullable Row first(List<Row> rows, int entering, double direction, double limit) {
        Row first = null;
        double shortest = limit;
        for (Row row : rows) {
            double slope = direction * row.function.coefficient(entering);
            if (row.limits(slope)) {
                double room = row.room(slope);
                boolean even = first != null && room <= shortest + ZERO && row.variable < first.variable;
                if (room < shortest - ZERO || even) {
                    shortest = room;
                    first = row;
                }
            }
        }
        return first;
    }

    /** Solves a row for the entering variable and puts that into all others. */
    private void pivot(Row leaving, List<Row> moved, int entering, double step) {
        double direction = Math.signum(gain.coefficient(entering));
        int left = leaving.variable;
        // a tie that has left is 0 for ever, and so left out
        Linear equation = left == TIE ? leaving.function : leaving.function.plus(-1, Linear.sum(left));
        Linear expression = equation.solvedFor(entering);
        Linear change = expression.plus(-1, Linear.sum(entering));
        if (isMove(entering)) {
            cost = cost.plus(direction * prices[entering], Linear.sum(entering));
        }
        for (Row row : moved) {
            row.function = row.function.plus(row.function.coefficient(entering), change);
        }
        gain = gain.plus(gain.coefficient(entering), change);
        cost = cost.plus(cost.coefficient(entering), change);
        if (isMove(left)) {
            cost = cost.plus(-leaving.side * prices[left], Linear.sum(left));
        }
        leaving.variable = entering;
        leaving.value = step;
        leaving.function = expression;
        leaving.side = !isMove(entering) ? 1 : prices[entering] > 0 ? direction : 0;
    }

    private double[] end(int entering, double step) {
        double[] moves = new double[prices.length];
        for (Row row : rows) {
            if (isMove(row.variable)) {
                moves[row.variable] = row.value;
            }
        }
        if (isMove(entering)) {
            moves[entering] = step;
        }
        return moves;
    }
}
