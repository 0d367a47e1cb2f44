package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a wave's tally to totals with their design covariance. Strata and PSUs are taken in the order of their labels, so
 * that the last digit is always the same.
 */
public final class Reduction {
    private final Tally tally;
    private final String wave;
    private final Population population;
    private final List<Stratum> strata;

    /** @param sizes PSUs in the population by stratum, {@code ""} for the only one; empty: no correction */
    public Reduction(Tally tally, String wave, Map<String, Double> sizes) {
        this.tally = tally;
        this.wave = wave;
        this.population = new Population(sizes);
        this.strata = tally.strata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(stratum -> new Stratum(stratum.getKey(), stratum.getValue(), psus(tally, stratum.getKey())))
                .toList();
    }

    /**
     * A stratum of the sample.
     *
     * @param index its number in the tally
     * @param psus numbers of its PSUs
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stratum(String label, int index, int[] psus) {}

    private static int[] psus(Tally tally, String stratum) {
        return tally.psus(stratum).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToInt(Map.Entry::getValue)
                .toArray();
    }

    /** Strata whose sample is larger than the population said, with both numbers. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        strata.forEach(stratum ->
                population.contradiction(stratum.label(), sampled(stratum)).ifPresent(found::add));
        return found;
    }

    /**
     * PSU labels that stand in more than one stratum, with those: contradictions where labels are not nested (R survey stops
     * at them with {@code nest=FALSE}).
     */
    public List<String> crossing() {
        Map<String, Set<String>> strataOfLabel = new TreeMap<>();
        if (tally.clustered()) {
            strata.forEach(stratum -> tally.psus(stratum.label())
                    .keySet()
                    .forEach(label -> strataOfLabel
                            .computeIfAbsent(label, fresh -> new TreeSet<>())
                            .add(stratum.label())));
        }
        return strataOfLabel.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> "\"" + one.getKey() + "\" stands in the strata " + String.join(", ", one.getValue()))
                .toList();
    }

    private long sampled(Stratum stratum) {
        return tally.clustered() ? stratum.psus().length : tally.respondents(stratum.index());
    }

    /** All totals of the wave: variable by variable, option by option, group by group. */
    public List<Totals> totals() {
        List<Map.Entry<Groups.Group, Integer>> groups = tally.groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Groups.Group::breakdown).thenComparing(Groups.Group::id)))
                .toList();
        List<Variable> variables = new ArrayList<>();
        for (int v = 0; v < tally.cells().variables().size(); v++) {
            for (Vector vector : Vector.of(tally.cells(), v)) {
                variables.add(new Variable(v, vector));
            }
        }
        List<@Nullable Totals[]> byGroup = groups.stream()
                .map(group -> reduce(variables, group.getKey(), group.getValue()))
                .toList();
        List<Totals> all = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            for (@Nullable Totals[] ofGroup : byGroup) {
                Totals one = ofGroup[i];
                if (one != null) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    /** A vector of the variable with an index. */
    private record Variable(int index, Vector vector) {}

    private long[] counts(Vector vector, int group) {
        long[] n = new long[vector.size()];
        for (int i = 0; i < n.length; i++) {
            Vector.Part part = vector.parts().get(vector.number() && i == 0 ? 1 : i);
            n[i] = tally.count(group, part.cell()) - (part.less() < 0 ? 0 : tally.count(group, part.less()));
        }
        return n;
    }

    /**
     * The totals of one group, null where nobody was counted. Strata go first, then variables: the sums of a stratum's PSUs
     * stay in the processor's cache, those of all do not.
     */
    private @Nullable Totals[] reduce(List<Variable> variables, Groups.Group group, int g) {
        int size = variables.size();
        long[][] n = new long[size][];
        @Nullable Linearisation[] sums = new Linearisation[size];
        for (int i = 0; i < size; i++) {
            Vector vector = variables.get(i).vector();
            n[i] = counts(vector, g);
            sums[i] = Arrays.stream(n[i]).sum() > 0 ? new Linearisation(tally, vector, g) : null;
        }
        for (Stratum stratum : strata) {
            double correction = population.correction(stratum.label(), sampled(stratum));
            @Nullable
            ExactSums[] psus = Arrays.stream(stratum.psus())
                    .mapToObj(psu -> tally.sums(psu, g))
                    .toArray(ExactSums[]::new);
            for (int i = 0; i < size; i++) {
                Linearisation sum = sums[i];
                if (sum != null && tally.clustered()) {
                    sum.clusters(psus, correction);
                } else if (sum != null && psus.length > 0) {
                    int cross = tally.cells().known(variables.get(i).index(), Cells.CROSS);
                    sum.respondents(stratum.index(), psus[0], cross, correction);
                }
            }
        }
        @Nullable Totals[] totals = new Totals[size];
        for (int i = 0; i < size; i++) {
            Linearisation sum = sums[i];
            if (sum != null) {
                if (tally.clustered()) {
                    sum.squaresOfClusters();
                } else {
                    sum.countRespondents(n[i]);
                }
                totals[i] = sum.totals(
                        wave, tally.cells().variables().get(variables.get(i).index()), group, n[i]);
            }
        }
        return totals;
    }
}
