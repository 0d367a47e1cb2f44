package no.barometer.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Withholds lines that would tell how few people gave an answer, and as many others as it takes to keep that untold.
 *
 * <p>Whoever reads a release knows linear functions of the unweighted counts: the base of each line that is published and,
 * since an unweighted share times its base is a count, its figure. A small count is safe if the published lines leave it
 * open that the count is at least the threshold: that is, if people can be moved, whole ones and no more than there are,
 * so that all published functions stay as they are and that many come to the count. For each small count in turn the moves
 * are sought that change the least worth of published lines ({@link Alternatives}), and the lines they change are
 * withheld. Moves stay possible when more is withheld, so one round is enough. They refute exact recalculation as well: the
 * true counts and the moved ones look alike.
 *
 * <p>Cell suppression by one linear program after the other: J. P. Kelly, B. L. Golden and A. A. Assad, Networks 22(4),
 * 1992.
 */
final class Disclosure {
    /** Counts are whole numbers; half a person is more than rounding. */
    private static final double HALF = 0.5;
    /** A function that changes by less does not change. */
    private static final double SAME = 1e-6;
    /** A base costs all its lines however little it moves, while prices are by the move: so they are made high. */
    private static final double OF_A_BASE = 4;

    /**
     * A line that would be published.
     *
     * @param base number of respondents
     * @param figure number of respondents behind a share, or the sum of scores behind a net or mean
     * @param count whether the figure is a number of respondents
     */
    record Line(Linear base, Linear figure, boolean count) {}

    private final double[] counts;
    private final List<Line> lines;
    /** Each function that lines publish, with those lines. */
    private final Map<Linear, BitSet> published = new LinkedHashMap<>();

    private final double[] worth;
    private final BitSet withheld = new BitSet();
    private final Set<Linear> small = new LinkedHashSet<>();

    private Disclosure(double[] counts, List<Line> lines, int threshold) {
        this.counts = counts;
        this.lines = lines;
        this.worth = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double base = line.base().at(counts);
            double figure = line.count() ? line.figure().at(counts) : 0;
            // zeros tell of nobody, and are worth as much as the whole; of equals the first named is worth most
            worth[i] = Math.sqrt(figure > HALF ? figure : base) * (1 - 0.01 * i / lines.size());
            guard(i, line.base(), threshold);
            if (line.count()) {
                guard(i, line.figure(), threshold);
                guard(i, line.base().plus(-1, line.figure()), threshold);
            }
        }
    }

    /** Withholds a line for a count of it that is small. */
    private void guard(int line, Linear function, int threshold) {
        double count = function.at(counts);
        if (count > HALF && count < threshold - HALF) {
            withheld.set(line);
            small.add(function);
        }
    }

    /**
     * The lines of one wave and question that may not be published.
     *
     * @param counts the true values of the variables: unweighted respondents by item, group and answer, and for a number
     *     the respondents and the sum of it
     * @param known functions that are zero for everybody to see: a total less its groups (and less a variable for those
     *     in no group)
     * @param lines all that would be published of the question, in all tables of the release
     * @param threshold the smallest count that may be told, 2 or more
     * @return numbers of lines
     */
    static BitSet withheld(double[] counts, List<Linear> known, List<Line> lines, int threshold) {
        Disclosure disclosure = new Disclosure(counts, lines, threshold);
        if (!disclosure.small.isEmpty()) {
            disclosure.protect(known, threshold);
        }
        return disclosure.withheld;
    }

    private void protect(List<Linear> known, int threshold) {
        for (int i = 0; i < lines.size(); i++) {
            published.computeIfAbsent(lines.get(i).base(), one -> new BitSet()).set(i);
            published
                    .computeIfAbsent(lines.get(i).figure(), one -> new BitSet())
                    .set(i);
        }
        published.remove(Linear.NONE);
        List<Linear> functions = List.copyOf(published.keySet());
        Alternatives alternatives = new Alternatives(counts, known, functions);
        List<double[]> found = new ArrayList<>();
        // the smallest need most, and what helps them often helps others
        for (Linear function : small.stream()
                .sorted(Comparator.comparing(one -> one.at(counts)))
                .toList()) {
            if (found.stream().noneMatch(moves -> reaches(function, threshold, moves))) {
                double[] moves = alternatives.cheapest(function, threshold, costs(false));
                if (!isWhole(moves)) {
                    // scores make parts of people possible; shares and bases alone do not
                    moves = alternatives.cheapest(function, threshold, costs(true));
                }
                if (!isWhole(moves) || !reaches(function, threshold, moves) || !isBelieved(moves, known)) {
                    // withholding everything is always safe
                    withheld.set(0, lines.size());
                    return;
                }
                withholdWhatChanges(moves);
                found.add(moves);
            }
        }
    }

    private static boolean isWhole(double[] moves) {
        return moves.length > 0 && Arrays.stream(moves).allMatch(one -> Math.abs(one - Math.rint(one)) < SAME);
    }

    /** Whether a function comes to the threshold if the counts are moved that way, or the other, as often as it takes. */
    private boolean reaches(Linear function, int threshold, double[] moves) {
        double slope = function.at(moves);
        if (Math.abs(slope) < SAME) {
            return false;
        }
        double times = Math.ceil((threshold - function.at(counts)) / Math.abs(slope) - SAME) * Math.signum(slope);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] >= 0 && counts[i] + times * moves[i] < -SAME) {
                return false;
            }
        }
        return true;
    }

    /** For each function the worth of the lines that still publish it, or nothing for nets and means. */
    private double[] costs(boolean countsOnly) {
        return published.entrySet().stream()
                .mapToDouble(entry -> entry.getValue().stream()
                        .filter(line -> !withheld.get(line))
                        .mapToDouble(line -> price(lines.get(line), entry.getKey(), countsOnly) * worth[line])
                        .sum())
                .toArray();
    }

    private static double price(Line line, Linear function, boolean countsOnly) {
        return line.base().equals(function) ? OF_A_BASE : line.count() || !countsOnly ? 1 : 0;
    }

    /** Whether all that is known holds after the moves: checked without trust in how they were found. */
    private static boolean isBelieved(double[] moves, List<Linear> known) {
        return known.stream().allMatch(one -> Math.abs(one.at(moves)) < SAME);
    }

    private void withholdWhatChanges(double[] moves) {
        published.forEach((function, carriers) -> {
            if (Math.abs(function.at(moves)) > SAME) {
                withheld.or(carriers);
            }
        });
    }
}
