package no.barometer.trend;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Other counts than the true ones, none negative, for which everything holds that is known, and which change published
 * functions as cheaply as possible.
 *
 * <p>A linear program in the moves away from the true counts. Its columns are moves up and down, of published functions at
 * a cost each, and of what these leave free. Each count is a row that stays above 0, and each published function that
 * follows from others a row that ties its move to theirs.
 */
final class Alternatives {
    private static final double ZERO = 1e-9;

    private final double[] counts;
    private final int symbols;
    /** Variables (0 to n-1) and moves of functions (from n) by those that are not themselves solved. */
    private final Map<Integer, Linear> solved = new TreeMap<>();

    /** What expressions of others depend on. */
    private final BitSet used = new BitSet();
    /** Each variable and function by what can move freely. */
    private final List<Linear> moves;
    /** What must be 0 where a function that follows from others is published. */
    private final Map<Integer, Linear> ties = new TreeMap<>();

    Alternatives(double[] counts, List<Linear> known, List<Linear> functions) {
        this.counts = counts;
        this.symbols = counts.length + functions.size();
        // counts that are published themselves come first: they keep the other equations short
        Comparator<Integer> shortFirst =
                Comparator.comparing(i -> functions.get(i).size() > 1);
        List<Integer> order =
                IntStream.range(0, functions.size()).boxed().sorted(shortFirst).toList();
        for (int i : order.stream().filter(i -> functions.get(i).size() == 1).toList()) {
            define(counts.length + i, functions.get(i));
        }
        known.forEach(one -> solve(reduced(one)));
        for (int i : order.stream().filter(i -> functions.get(i).size() > 1).toList()) {
            define(counts.length + i, functions.get(i));
        }
        this.moves = IntStream.range(0, symbols)
                .mapToObj(symbol -> solved.getOrDefault(symbol, Linear.sum(symbol)))
                .toList();
        solved.forEach((symbol, expression) -> {
            if (symbol >= counts.length) {
                ties.put(symbol, expression.plus(-1, Linear.sum(symbol)));
            }
        });
    }

    private void define(int symbol, Linear function) {
        Linear move = reduced(function);
        if (move.size() > 0 && move.variables()[0] < counts.length) {
            solve(move.plus(-1, Linear.sum(symbol)));
        } else {
            put(symbol, move);
        }
    }

    private void put(int symbol, Linear expression) {
        solved.put(symbol, expression);
        for (int variable : expression.variables()) {
            used.set(variable);
        }
    }

    private Linear reduced(Linear function) {
        Linear reduced = function;
        for (int variable : function.variables()) {
            Linear expression = solved.get(variable);
            if (expression != null) {
                reduced = reduced.substitute(variable, expression);
            }
        }
        return reduced;
    }

    /** Solves an equation (function = 0) for a variable, or, where there is none left, for the move of a function. */
    private void solve(Linear equation) {
        int pivot = -1;
        double largest = ZERO;
        for (int i = 0; i < equation.size(); i++) {
            int symbol = equation.variables()[i];
            if (symbol >= counts.length && pivot >= 0 && pivot < counts.length) {
                break;
            }
            double size = Math.abs(equation.coefficients()[i]);
            if (size > largest + ZERO) {
                largest = size;
                pivot = symbol;
            }
        }
        if (pivot >= 0) {
            int symbol = pivot;
            Linear expression = equation.solvedFor(symbol);
            if (used.get(symbol)) {
                solved.replaceAll((other, row) -> row.substitute(symbol, expression));
            }
            put(symbol, expression);
        }
    }

    /**
     * Moves away from the true counts, by which a function reaches a number of respondents.
     *
     * @param costs of moving each function by one, 0 where it is not published
     * @return the moves of all variables; empty where none were found
     */
    double[] cheapest(Linear function, int atLeast, double[] costs) {
        double[] prices = new double[symbols];
        System.arraycopy(costs, 0, prices, counts.length, costs.length);
        Program program = new Program(prices);
        for (int i = 0; i < counts.length; i++) {
            // a sum of numbers may be negative
            if (counts[i] >= 0) {
                program.level(i, counts[i], moves.get(i));
            }
        }
        ties.forEach((symbol, tie) -> {
            if (prices[symbol] > 0) {
                program.tie(tie);
            }
        });
        Linear gain = Linear.NONE;
        for (int i = 0; i < function.size(); i++) {
            gain = gain.plus(function.coefficients()[i], moves.get(function.variables()[i]));
        }
        double[] found = program.reach(gain, atLeast - function.at(counts));
        return found.length == 0
                ? found
                : IntStream.range(0, counts.length)
                        .mapToDouble(i -> moves.get(i).at(found))
                        .toArray();
    }
}
