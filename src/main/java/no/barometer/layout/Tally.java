package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exact weighted counts of one wave: for each PSU and group the sum of weights of every cell. Tallies add up over
 * files and threads, and no order shows in them.
 */
public final class Tally {
    private final Cells cells;
    private final boolean clustered;
    private final Map<String, Integer> strata = new HashMap<>();
    private final Map<Psu, Integer> psus = new HashMap<>();
    private final Map<Group, Integer> groups = new HashMap<>();
    /** By PSU (or stratum, where respondents are the PSUs), then group. */
    private final List<@Nullable ExactSums[]> sums = new ArrayList<>();
    /** By stratum where respondents are the PSUs, else one for all; then group. */
    private final List<@Nullable ExactSums[]> squares = new ArrayList<>();

    private final List<long[]> counts = new ArrayList<>();
    private final List<Long> respondents = new ArrayList<>();

    /** @param clustered whether there are PSUs other than the respondents */
    Tally(Cells cells, boolean clustered) {
        this.cells = cells;
        this.clustered = clustered;
    }

    /** A primary sampling unit within its stratum. */
    record Psu(String stratum, String label) {}

    /** A category of a breakdown. */
    record Group(String breakdown, String id) {}

    int stratum(String label) {
        return strata.computeIfAbsent(label, fresh -> {
            respondents.add(0L);
            return strata.size();
        });
    }

    int psu(String stratum, String label) {
        stratum(stratum);
        return psus.computeIfAbsent(new Psu(stratum, clustered ? label : ""), fresh -> psus.size());
    }

    int group(String breakdown, String id) {
        return groups.computeIfAbsent(new Group(breakdown, id), fresh -> {
            counts.add(new long[cells.size()]);
            return groups.size();
        });
    }

    void respondent(int stratum) {
        respondents.set(stratum, respondents.get(stratum) + 1);
    }

    /** Adds a respondent's weight (and its square) to a cell in some groups. */
    void add(int psu, int stratum, int[] inGroups, int groupCount, int cell, Fixed weight, Fixed square) {
        for (int g = 0; g < groupCount; g++) {
            int group = inGroups[g];
            at(sums, psu, group).add(cell, weight);
            at(squares, clustered ? 0 : stratum, group).add(cell, square);
            long[] counted = counts.get(group);
            if (cell >= counted.length) {
                counted = Arrays.copyOf(counted, Math.max(cell + 1, cells.size()));
                counts.set(group, counted);
            }
            counted[cell]++;
        }
    }

    /** Adds another tally of the same wave. */
    public void add(Tally other) {
        int[] here = cells.translate(other.cells);
        other.strata.forEach((label, index) -> {
            int stratum = stratum(label);
            respondents.set(stratum, respondents.get(stratum) + other.respondents.get(index));
        });
        int[] groupHere = new int[other.groups.size()];
        other.groups.forEach((group, index) -> groupHere[index] = group(group.breakdown(), group.id()));
        other.psus.forEach(
                (psu, index) -> addAll(other.sums, index, sums, psu(psu.stratum(), psu.label()), groupHere, here));
        if (clustered) {
            addAll(other.squares, 0, squares, 0, groupHere, here);
        } else {
            other.strata.forEach(
                    (label, index) -> addAll(other.squares, index, squares, stratum(label), groupHere, here));
        }
        for (int g = 0; g < groupHere.length; g++) {
            long[] counted = Arrays.copyOf(counts.get(groupHere[g]), cells.size());
            long[] others = other.counts.get(g);
            for (int cell = 0; cell < others.length; cell++) {
                counted[here[cell]] += others[cell];
            }
            counts.set(groupHere[g], counted);
        }
    }

    private void addAll(
            List<@Nullable ExactSums[]> from,
            int fromIndex,
            List<@Nullable ExactSums[]> to,
            int toIndex,
            int[] groupHere,
            int[] cellHere) {
        if (fromIndex >= from.size()) {
            return;
        }
        @Nullable ExactSums[] row = from.get(fromIndex);
        for (int g = 0; g < row.length; g++) {
            ExactSums some = row[g];
            if (some != null) {
                at(to, toIndex, groupHere[g]).add(some, cellHere);
            }
        }
    }

    private ExactSums at(List<@Nullable ExactSums[]> rows, int index, int group) {
        while (rows.size() <= index) {
            rows.add(new ExactSums[Math.max(4, groups.size())]);
        }
        @Nullable ExactSums[] row = rows.get(index);
        if (group >= row.length) {
            row = Arrays.copyOf(row, Math.max(groups.size(), group + 1));
            rows.set(index, row);
        }
        ExactSums some = row[group];
        if (some == null) {
            some = new ExactSums(Math.max(8, cells.size()));
            row[group] = some;
        }
        return some;
    }

    Cells cells() {
        return cells;
    }

    boolean clustered() {
        return clustered;
    }

    Map<Group, Integer> groups() {
        return groups;
    }

    Map<Psu, Integer> psus() {
        return psus;
    }

    Map<String, Integer> strata() {
        return strata;
    }

    long respondents(int stratum) {
        return respondents.get(stratum);
    }

    @Nullable
    ExactSums sums(int psu, int group) {
        return get(sums, psu, group);
    }

    @Nullable
    ExactSums squares(int stratum, int group) {
        return get(squares, clustered ? 0 : stratum, group);
    }

    long count(int group, int cell) {
        long[] counted = counts.get(group);
        return cell < 0 || cell >= counted.length ? 0 : counted[cell];
    }

    private static @Nullable ExactSums get(List<@Nullable ExactSums[]> rows, int index, int group) {
        if (index >= rows.size() || group >= rows.get(index).length) {
            return null;
        }
        return rows.get(index)[group];
    }
}
