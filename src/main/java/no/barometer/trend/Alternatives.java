package no.barometer.trend;

import java.util.Arrays;
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

    /** The same by the columns of the program: move s up is column 2s, down 2s + 1. */
    private final List<Linear> moves;

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
                .mapToObj(symbol -> split(solved.getOrDefault(symbol, Linear.sum(symbol))))
                .toList();
    }

    private void define(int symbol, Linear function) {
        Linear move = reduced(function);
        if (move.size() > 0 && move.variables()[0] < counts.length) {
            solve(move.plus(-1, Linear.sum(symbol)));
        } else {
            solved.put(symbol, move);
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
            solved.replaceAll((other, row) -> row.substitute(symbol, expression));
            solved.put(symbol, expression);
        }
    }

    /**
     * Counts for which a function reaches a number of respondents.
     *
     * @param costs of moving each function by one, 0 where it is not published
     * @return values of all variables; empty where none were found
     */
    double[] cheapest(Linear function, int atLeast, double[] costs) {
        Program program = new Program();
        for (int symbol = 0; symbol < symbols; symbol++) {
            if (symbol < counts.length) {
                // of a sum of numbers, which may be negative, only what is above it matters
                program.row(level(symbol), Math.max(counts[symbol], 0), moves.get(symbol));
            } else if (solved.containsKey(symbol) && costs[symbol - counts.length] > 0) {
                program.tie(moves.get(symbol).plus(-1, split(Linear.sum(symbol))));
            }
        }
        Linear gain = Linear.NONE;
        for (int i = 0; i < function.size(); i++) {
            gain = gain.plus(function.coefficients()[i], moves.get(function.variables()[i]));
        }
        int[] columns = IntStream.range(2 * counts.length, 2 * symbols).toArray();
        double[] prices = Arrays.stream(columns)
                .mapToDouble(column -> costs[column / 2 - counts.length])
                .toArray();
        Map<Integer, Double> end = program.reach(gain, atLeast - function.at(counts), new Linear(columns, prices));
        return end.isEmpty()
                ? new double[0]
                : IntStream.range(0, counts.length)
                        .mapToDouble(i -> end.getOrDefault(level(i), 0.0) + Math.min(counts[i], 0))
                        .toArray();
    }

    /** A function of moves by their parts up and down. */
    private static Linear split(Linear function) {
        int[] columns = new int[2 * function.size()];
        double[] coefficients = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = 2 * function.variables()[i / 2] + i % 2;
            coefficients[i] = i % 2 == 0 ? function.coefficients()[i / 2] : -function.coefficients()[i / 2];
        }
        return new Linear(columns, coefficients);
    }

    /** The program's variable for a count itself, beside its moves. */
    private int level(int variable) {
        return 2 * symbols + variable;
    }
}
