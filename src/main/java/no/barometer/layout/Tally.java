package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import no.barometer.layout.Groups.Group;
import no.barometer.layout.WideSums.Wide;
import org.jspecify.annotations.Nullable;

/**
 * The exact weighted counts of one wave: for each PSU and group the sum of weights of every cell. Tallies add up over
 * files and threads, and no order shows in them.
 */
public final class Tally {
    private static final int RECENT = 1 << 12;
    /** Respondents of a PSU that is more than a household. */
    private static final int MANY = 8;

    private final Cells cells;
    private final Groups groups;
    private final boolean clustered;
    private final Known<Integer> strata = new Known<>();
    /** By stratum the numbers of its PSUs, by label. */
    private final List<Map<String, Integer>> psus = new ArrayList<>();

    private int psuCount;
    /** Labels of PSUs met lately, their strata and numbers. */
    private final @Nullable String[] recentPsus = new String[RECENT];

    private final int[] recentStrata = new int[RECENT];
    private final int[] recentNumbers = new int[RECENT];
    /** By PSU (or stratum, where respondents are the PSUs), then group. */
    private final List<Cluster> clusters = new ArrayList<>();
    /** By stratum where respondents are the PSUs, else one for all; then group. */
    private final List<@Nullable Squares[]> squares = new ArrayList<>();

    private long[] respondents = new long[0];
    private Waiting waiting = new Waiting();
    /** What is being added by another thread, which alone touches sums, squares and counts meanwhile. */
    private Waiting leaving = new Waiting();

    private @Nullable ForkJoinTask<?> adding;

    /** @param clustered whether there are PSUs other than the respondents */
    Tally(Cells cells, Groups groups, boolean clustered) {
        this.cells = cells;
        this.groups = groups;
        this.clustered = clustered;
    }

    int stratum(String label) {
        Integer known = strata.get(label);
        if (known != null) {
            return known;
        }
        int fresh = strata.size();
        strata.put(label, fresh);
        psus.add(new HashMap<>());
        respondents = Arrays.copyOf(respondents, psus.size());
        return fresh;
    }

    /** @param index the stratum's */
    @SuppressWarnings("ReferenceEquality") // readers hand out the same string for the same text, again and again
    int psu(int index, String label) {
        String own = clustered ? label : "";
        int hash = 31 * own.hashCode() + index;
        int slot = (hash ^ hash >>> 12) & (recentPsus.length - 1);
        if (recentPsus[slot] == own && recentStrata[slot] == index) {
            return recentNumbers[slot];
        }
        Map<String, Integer> within = psus.get(index);
        Integer psu = within.get(own);
        if (psu == null) {
            psu = psuCount++;
            within.put(own, psu);
        }
        recentPsus[slot] = own;
        recentStrata[slot] = index;
        recentNumbers[slot] = psu;
        return psu;
    }

    void respondent(int stratum) {
        respondents[stratum]++;
    }

    /** Adds a respondent's weight (and its square) to the first {@code cellCount} of some cells in some groups. */
    void add(int psu, int stratum, int[] inGroups, int[] inCells, int cellCount, Weight weight) {
        waiting.add(psu, stratum, inGroups, inCells, cellCount, weight);
        addIfFull();
    }

    /** Adds what is summed of a number: a product of the weight to one cell, of its square to that or another one. */
    void add(int psu, int stratum, int[] inGroups, int cell, Fixed product, Wide ofSquare) {
        waiting.add(psu, stratum, inGroups, cell, new Waiting.Product(product, ofSquare));
        addIfFull();
    }

    /** Lets another thread add those who wait, while more come. */
    private void addIfFull() {
        if (waiting.full()) {
            settle();
            Waiting full = waiting;
            Adding sink = new Adding(cells.size(), hasSmallPsus());
            adding = ForkJoinPool.commonPool().submit(() -> full.drain(sink));
            waiting = leaving;
            leaving = full;
        }
    }

    private void settle() {
        if (adding != null) {
            adding.join();
            adding = null;
        }
    }

    /** Adds all who wait. Nothing is to be read of the tally before. */
    void flush() {
        settle();
        waiting.drain(new Adding(cells.size(), hasSmallPsus()));
    }

    /** Whether PSUs so far are households rather than places. */
    private boolean hasSmallPsus() {
        return Arrays.stream(respondents).sum() < (long) MANY * psuCount;
    }

    /** Adds to the sums of a number of cells. */
    private final class Adding implements Waiting.Sink {
        private final int size;
        private final boolean small;

        private Adding(int size, boolean small) {
            this.size = size;
            this.small = small;
        }

        @Override
        public void weight(int psu, Weight weight, int[] numbers, int from, int end) {
            int stratum = clustered ? 0 : numbers[from];
            int cellsFrom = from + 2 + numbers[from + 1];
            Cluster cluster = cluster(psu);
            ExactSums common = cluster.common(numbers, from + 2, cellsFrom, size, small);
            if (common != null) {
                add(common, weight, numbers, cellsFrom, end);
            }
            for (int i = from + 2; i < cellsFrom; i++) {
                int group = numbers[i];
                if (common == null) {
                    add(cluster.own(group, size, small), weight, numbers, cellsFrom, end);
                }
                ownSquares(stratum, group, size).add(numbers, cellsFrom, end, weight);
            }
        }

        private void add(ExactSums sum, Weight weight, int[] numbers, int cellsFrom, int end) {
            if (weight.nanos() >= 0) {
                sum.add(numbers, cellsFrom, end, weight.nanos());
            } else {
                sum.add(numbers, cellsFrom, end, weight.exact());
            }
        }

        @Override
        public void product(int psu, Waiting.Product product, int[] numbers, int from, int end) {
            int stratum = clustered ? 0 : numbers[from];
            int cellsFrom = from + 2 + numbers[from + 1];
            Cluster cluster = cluster(psu);
            ExactSums common = cluster.common(numbers, from + 2, cellsFrom, size, small);
            if (common != null) {
                common.add(numbers, cellsFrom, end, product.product());
            }
            for (int i = from + 2; i < cellsFrom; i++) {
                if (common == null) {
                    cluster.own(numbers[i], size, small).add(numbers, cellsFrom, end, product.product());
                }
                ownSquares(stratum, numbers[i], size).add(numbers, cellsFrom, end, product.ofSquare());
            }
        }
    }

    /** Adds another tally of the same wave. */
    public void add(Tally other) {
        flush();
        other.flush();
        int[] here = cells.translate(other.cells);
        other.strata.all().forEach((label, index) -> {
            int stratum = stratum(label);
            respondents[stratum] += other.respondents[index];
        });
        int[] groupHere = new int[other.groups.all().size()];
        other.groups.all().forEach((group, index) -> groupHere[index] = groups.number(group.breakdown(), group.id()));
        other.strata.all().forEach((stratum, index) -> {
            int stratumHere = stratum(stratum);
            other.psus
                    .get(index)
                    .forEach((label, psu) ->
                            cluster(psu(stratumHere, label)).add(other.cluster(psu), groupHere, here, cells.size()));
        });
        if (clustered) {
            addSquares(other, 0, 0, groupHere, here);
        } else {
            other.strata.all().forEach((label, index) -> addSquares(other, index, stratum(label), groupHere, here));
        }
    }

    private void addSquares(Tally other, int from, int to, int[] groupHere, int[] cellHere) {
        for (int g = 0; g < groupHere.length; g++) {
            Squares some = other.squaresAt(from, g);
            if (some != null) {
                ownSquares(to, groupHere[g], cells.size()).add(some, cellHere);
            }
        }
    }

    private Cluster cluster(int psu) {
        while (clusters.size() <= psu) {
            clusters.add(new Cluster());
        }
        return clusters.get(psu);
    }

    private Squares ownSquares(int stratum, int group, int size) {
        while (squares.size() <= stratum) {
            squares.add(new Squares[0]);
        }
        @Nullable Squares[] byGroup = squares.get(stratum);
        if (byGroup.length <= group) {
            byGroup = Arrays.copyOf(byGroup, group + 4);
            squares.set(stratum, byGroup);
        }
        Squares some = byGroup[group];
        if (some == null) {
            some = new Squares(size);
            byGroup[group] = some;
        }
        return some;
    }

    private @Nullable Squares squaresAt(int stratum, int group) {
        return stratum >= squares.size() || group >= squares.get(stratum).length ? null : squares.get(stratum)[group];
    }

    Cells cells() {
        return cells;
    }

    boolean clustered() {
        return clustered;
    }

    Map<Group, Integer> groups() {
        return groups.all();
    }

    /** Numbers of a stratum's PSUs by label; none where nobody of the stratum was met. */
    Map<String, Integer> psus(String stratum) {
        Integer index = strata.get(stratum);
        return index == null ? Map.of() : psus.get(index);
    }

    Map<String, Integer> strata() {
        return strata.all();
    }

    long respondents(int stratum) {
        return respondents[stratum];
    }

    /** Null where nobody of the group is in the PSU. */
    @Nullable
    ExactSums sums(int psu, int group) {
        return psu < clusters.size() ? clusters.get(psu).get(group) : null;
    }

    @Nullable
    Squares squares(int stratum, int group) {
        return squaresAt(clustered ? 0 : stratum, group);
    }

    /** How many respondents were counted. */
    long count(int group, int cell) {
        long count = 0;
        for (int stratum = 0; cell >= 0 && stratum < squares.size(); stratum++) {
            Squares some = squaresAt(stratum, group);
            count += some == null ? 0 : some.count(cell);
        }
        return count;
    }
}
