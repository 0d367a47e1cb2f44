package no.barometer.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.survey.Pair;

/**
 * Reduces the tallies of two neighbouring waves of a panel to the joint covariance of their totals. The PSUs are the union
 * of both waves', an absent one is zero, and strata are not crossed with the wave (Kish 1965, ch. 12.4; R survey on the
 * stacked waves).
 */
public final class PairReduction {
    /** The number of a PSU that a wave has not. */
    private static final int ABSENT = -1;

    private final Tally first;
    private final Tally next;
    private final String wave;
    private final String nextWave;
    private final Population population;
    /** By stratum the PSUs of either wave, in the order of their labels. */
    private final Map<String, List<Psu>> psusByStratum = new TreeMap<>();

    /** @param sizes PSUs in the population by stratum, as of {@link Reduction} */
    public PairReduction(Tally first, String wave, Tally next, String nextWave, Map<String, Double> sizes) {
        this.first = first;
        this.wave = wave;
        this.next = next;
        this.nextWave = nextWave;
        this.population = new Population(sizes);
        Set<String> strata = new TreeSet<>(first.strata().keySet());
        strata.addAll(next.strata().keySet());
        for (String stratum : strata) {
            Map<String, Integer> before = first.psus(stratum);
            Map<String, Integer> after = next.psus(stratum);
            Set<String> labels = new TreeSet<>(before.keySet());
            labels.addAll(after.keySet());
            psusByStratum.put(
                    stratum,
                    labels.stream()
                            .map(label ->
                                    new Psu(before.getOrDefault(label, ABSENT), after.getOrDefault(label, ABSENT)))
                            .toList());
        }
    }

    /** A PSU's numbers in both waves. */
    private record Psu(int before, int after) {}

    /** Strata of which both waves together sample more than the population said. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        psusByStratum.forEach((stratum, psus) ->
                population.contradiction(stratum, psus.size()).ifPresent(found::add));
        return found;
    }

    /** One pair for each vector and group that either wave has. */
    public List<Pair> pairs() {
        Set<Groups.Group> groups =
                new TreeSet<>(Comparator.comparing(Groups.Group::breakdown).thenComparing(Groups.Group::id));
        groups.addAll(first.groups().keySet());
        groups.addAll(next.groups().keySet());
        List<Pair> pairs = new ArrayList<>();
        List<Cells.Variable> variables = next.cells().variables();
        for (int v = 0; v < first.cells().variables().size(); v++) {
            Cells.Variable variable = first.cells().variables().get(v);
            int other = variables.indexOf(variable);
            for (Vector vector : other < 0 ? List.<Vector>of() : Vector.of(first.cells(), v)) {
                Vector.of(next.cells(), other).stream()
                        .filter(one -> one.option().equals(vector.option()))
                        .forEach(one ->
                                groups.forEach(group -> pairs.add(new Joint(vector, one).pair(variable, group))));
            }
        }
        return pairs;
    }

    /** The parts of both waves side by side. */
    private final class Joint {
        private final Side before;
        private final Side after;
        private final List<String> parts;

        Joint(Vector before, Vector after) {
            Set<String> ids = new LinkedHashSet<>();
            before.parts().forEach(part -> ids.add(part.id()));
            after.parts().forEach(part -> ids.add(part.id()));
            this.parts = List.copyOf(ids);
            this.before = new Side(first, before, 0);
            this.after = new Side(next, after, parts.size());
        }

        Pair pair(Cells.Variable variable, Groups.Group group) {
            int size = 2 * parts.size();
            double[] covariance = new double[size * (size + 1) / 2];
            int dfValid = 0;
            int dfAsked = 0;
            for (Map.Entry<String, List<Psu>> stratum : psusByStratum.entrySet()) {
                double[][] rows = new double[stratum.getValue().size()][];
                double[] mean = new double[size];
                int answering = 0;
                int asked = 0;
                int i = 0;
                for (Psu psu : stratum.getValue()) {
                    double[] row = new double[size];
                    Side.Seen one = before.read(psu.before(), group, row, parts);
                    Side.Seen two = after.read(psu.after(), group, row, parts);
                    answering += one.valid() || two.valid() ? 1 : 0;
                    asked += one.asked() || two.asked() ? 1 : 0;
                    for (int j = 0; j < size; j++) {
                        mean[j] += row[j];
                    }
                    rows[i++] = row;
                }
                for (int j = 0; j < size; j++) {
                    mean[j] /= rows.length;
                }
                dfValid += Math.max(0, answering - 1);
                dfAsked += Math.max(0, asked - 1);
                Linearisation.scatter(rows, mean, population.correction(stratum.getKey(), rows.length), covariance);
            }
            return new Pair(
                    wave,
                    nextWave,
                    variable.question(),
                    variable.item(),
                    before.vector().option(),
                    group.breakdown(),
                    group.id(),
                    parts,
                    covariance,
                    dfValid,
                    dfAsked,
                    variable.weighting());
        }
    }

    /** One wave's half of a joint vector, from a place in it on. */
    private record Side(Tally tally, Vector vector, int offset) {
        /** Whether a PSU has anybody in the group with a valid answer, or who was asked. */
        record Seen(boolean valid, boolean asked) {
            static final Seen NOBODY = new Seen(false, false);
        }

        Seen read(int psu, Groups.Group group, double[] row, List<String> parts) {
            Integer g = tally.groups().get(group);
            ExactSums sums = psu == ABSENT || g == null ? null : tally.sums(psu, g);
            if (sums == null) {
                return Seen.NOBODY;
            }
            double[] values = vector.values(sums);
            for (int j = 0; j < values.length; j++) {
                row[offset + parts.indexOf(vector.parts().get(j).id())] = values[j];
            }
            return new Seen(vector.anybody(values, true), vector.anybody(values, false));
        }
    }
}
