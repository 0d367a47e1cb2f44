package no.barometer.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import no.barometer.layout.Cells.Shape;
import no.barometer.layout.Cells.Variable;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a wave's tally to totals with their design covariance, by Taylor linearisation with replacement:
 * V = Σ_h f_h n_h/(n_h-1) Σ_i (A_hi - Ā_h)(A_hi - Ā_h)ᵀ over strata h and PSUs i, n_h counting all PSUs of the stratum,
 * also those with nobody in the base; a stratum with one PSU adds f_h A Aᵀ (Särndal, Swensson and Wretman 1992, ch. 2.9
 * and 5; R survey with {@code survey.lonely.psu="adjust"}). Where respondents are the PSUs the same follows from sums of
 * squared weights. Strata and PSUs are taken in the order of their labels, so that the last digit is always the same.
 */
public final class Reduction {
    private final Tally tally;
    private final String wave;
    private final Map<String, Double> population;
    private final Map<String, List<Integer>> psusByStratum = new TreeMap<>();

    /** @param population PSUs in the population by stratum, {@code ""} for the only one; empty: no correction */
    public Reduction(Tally tally, String wave, Map<String, Double> population) {
        this.tally = tally;
        this.wave = wave;
        this.population = population;
        tally.strata().keySet().forEach(stratum -> psusByStratum.put(stratum, new ArrayList<>()));
        tally.psus().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Tally.Psu::stratum).thenComparing(Tally.Psu::label)))
                .forEach(psu -> inStratum(psu.getKey().stratum()).add(psu.getValue()));
    }

    private List<Integer> inStratum(String stratum) {
        return psusByStratum.computeIfAbsent(stratum, fresh -> new ArrayList<>());
    }

    /** Strata whose sample is larger than the population said, with both numbers. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        for (String stratum : psusByStratum.keySet()) {
            Double size = size(stratum);
            if (size != null && sampled(stratum) > size) {
                found.add("stratum \"" + stratum + "\" has " + sampled(stratum) + " sampled of "
                        + BigDecimal.valueOf(size).stripTrailingZeros().toPlainString());
            }
        }
        return found;
    }

    private @Nullable Double size(String stratum) {
        Double size = population.get(stratum);
        return size != null ? size : population.get("");
    }

    private long sampled(String stratum) {
        Integer index = tally.strata().get(stratum);
        return tally.clustered() || index == null ? inStratum(stratum).size() : tally.respondents(index);
    }

    public List<Totals> totals() {
        List<Map.Entry<Groups.Group, Integer>> groups = tally.groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Groups.Group::breakdown).thenComparing(Groups.Group::id)))
                .toList();
        List<Totals> all = new ArrayList<>();
        for (int v = 0; v < tally.cells().variables().size(); v++) {
            for (Map.Entry<String, Part[]> vector : vectors(v).entrySet()) {
                for (Map.Entry<Groups.Group, Integer> group : groups) {
                    Totals totals = reduce(v, vector.getKey(), vector.getValue(), group.getKey(), group.getValue());
                    if (totals != null) {
                        all.add(totals);
                    }
                }
            }
        }
        return all;
    }

    /** A component of a vector: a cell, or the difference of two. */
    private record Part(String id, boolean valid, int cell, int less) {}

    /** The vectors of a variable by option (empty but for multiple response). */
    private Map<String, Part[]> vectors(int v) {
        Variable variable = tally.cells().variables().get(v);
        List<Part> missing = new ArrayList<>();
        for (String id : missingParts(v)) {
            missing.add(new Part(id, false, tally.cells().known(v, id), -1));
        }
        Map<String, Part[]> vectors = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        if (variable.shape() == Shape.NUMBER) {
            parts.add(new Part(Totals.SUM, true, tally.cells().known(v, Totals.SUM), -1));
            parts.add(new Part(Totals.WEIGHT, true, tally.cells().known(v, Totals.WEIGHT), -1));
        }
        for (String id : validParts(v)) {
            int cell = tally.cells().known(v, id);
            if (variable.shape() == Shape.MULTIPLE) {
                int base = tally.cells().known(v, Cells.BASE);
                List<Part> option = new ArrayList<>();
                option.add(new Part(Totals.CHOSEN, true, cell, -1));
                option.add(new Part(Totals.NOT_CHOSEN, true, base, cell));
                option.addAll(missing);
                vectors.put(id, option.toArray(Part[]::new));
            } else {
                parts.add(new Part(id, true, cell, -1));
            }
        }
        if (!parts.isEmpty()) {
            parts.addAll(missing);
            vectors.put("", parts.toArray(Part[]::new));
        }
        return vectors;
    }

    private List<String> missingParts(int v) {
        Variable variable = tally.cells().variables().get(v);
        List<String> ids = new ArrayList<>(variable.missing());
        if (tally.cells().known(v, Totals.NO_ANSWER) >= 0 && !ids.contains(Totals.NO_ANSWER)) {
            ids.add(Totals.NO_ANSWER);
        }
        return ids;
    }

    private List<String> validParts(int v) {
        Variable variable = tally.cells().variables().get(v);
        if (variable.shape() == Shape.NUMBER) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(variable.answers());
        for (String id : tally.cells().parts(v)) {
            if (!ids.contains(id)
                    && !variable.missing().contains(id)
                    && !List.of(Cells.BASE, Totals.NO_ANSWER).contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private @Nullable Totals reduce(int v, String option, Part[] parts, Groups.Group group, int g) {
        Variable variable = tally.cells().variables().get(v);
        boolean number = variable.shape() == Shape.NUMBER;
        int k = parts.length;
        long[] n = new long[k];
        long all = 0;
        for (int i = 0; i < k; i++) {
            int counted = number && i == 0 ? parts[1].cell() : parts[i].cell();
            n[i] = tally.count(g, counted) - (parts[i].less() < 0 ? 0 : tally.count(g, parts[i].less()));
            all += n[i];
        }
        if (all == 0) {
            return null;
        }
        Accumulator sum = new Accumulator(parts, number);
        for (Map.Entry<String, List<Integer>> stratum : psusByStratum.entrySet()) {
            if (tally.clustered()) {
                sum.clusters(stratum.getKey(), stratum.getValue(), g);
            } else {
                sum.respondents(
                        stratum.getKey(), stratum.getValue(), g, tally.cells().known(v, Cells.CROSS));
            }
        }
        double[] squares = sum.squares(g, k);
        if (number) {
            squares[0] = squares[1];
        }
        boolean[] valid = new boolean[k];
        for (int i = 0; i < k; i++) {
            valid[i] = parts[i].valid();
        }
        int dfValid = tally.clustered() ? sum.dfValid : sum.dfOfRespondents(n, valid, number, false);
        int dfAsked = tally.clustered() ? sum.dfAsked : sum.dfOfRespondents(n, valid, number, true);
        return new Totals(
                wave,
                variable.question(),
                variable.item(),
                option,
                group.breakdown(),
                group.id(),
                number,
                java.util.Arrays.stream(parts).map(Part::id).toList(),
                valid,
                sum.total,
                n,
                squares,
                sum.covariance,
                dfValid,
                dfAsked,
                variable.center());
    }

    /** The exact difference of two sums. */
    private interface Difference {
        double of(int at, int less);
    }

    /** Adds up totals and covariance stratum by stratum. */
    private final class Accumulator {
        private final Part[] parts;
        private final boolean number;
        private final double[] total;
        private final double[] covariance;
        private int dfValid;
        private int dfAsked;
        private int strataValid;
        private int strataAsked;

        private Accumulator(Part[] parts, boolean number) {
            this.parts = parts;
            this.number = number;
            this.total = new double[parts.length];
            this.covariance = new double[parts.length * (parts.length + 1) / 2];
        }

        private void clusters(String stratum, List<Integer> psus, int g) {
            int k = parts.length;
            double[][] rows = new double[psus.size()][];
            double[] mean = new double[k];
            int answering = 0;
            int asked = 0;
            for (int i = 0; i < rows.length; i++) {
                ExactSums sums = tally.sums(psus.get(i), g);
                if (sums == null) {
                    continue;
                }
                double[] row = values(sums::get, sums::difference);
                rows[i] = row;
                boolean anyValid = false;
                boolean any = false;
                for (int j = 0; j < k; j++) {
                    mean[j] += row[j];
                    // a number's sum may be zero or negative; its weight tells who is there
                    boolean there = row[j] > 0 && !(number && j == 0);
                    any |= there;
                    anyValid |= there && parts[j].valid();
                }
                answering += anyValid ? 1 : 0;
                asked += any ? 1 : 0;
            }
            dfValid += answering - (answering > 0 ? 1 : 0);
            dfAsked += asked - (asked > 0 ? 1 : 0);
            int size = rows.length;
            for (int j = 0; j < k; j++) {
                total[j] += mean[j];
                mean[j] /= Math.max(1, size);
            }
            double factor = correction(stratum, size) * (size > 1 ? size / (size - 1.0) : 1);
            double[] deviation = new double[k];
            for (double[] row : rows) {
                for (int j = 0; j < k; j++) {
                    deviation[j] = (row == null ? 0 : row[j]) - (size > 1 ? mean[j] : 0);
                }
                int at = 0;
                for (int a = 0; a < k; a++) {
                    for (int b = a; b < k; b++) {
                        covariance[at++] += factor * deviation[a] * deviation[b];
                    }
                }
            }
        }

        private void respondents(String stratum, List<Integer> psus, int g, int cross) {
            Integer index = tally.strata().get(stratum);
            ExactSums sums = psus.isEmpty() ? null : tally.sums(psus.get(0), g);
            WideSums squared = index == null ? null : tally.squares(index, g);
            if (sums == null || squared == null || index == null) {
                return;
            }
            int k = parts.length;
            double[] row = values(sums::get, sums::difference);
            double[] square = values(squared::get, squared::difference);
            long size = tally.respondents(index);
            double factor = correction(stratum, size) * (size > 1 ? size / (size - 1.0) : 1);
            int at = 0;
            boolean anyValid = false;
            boolean any = false;
            for (int a = 0; a < k; a++) {
                total[a] += row[a];
                boolean there = row[a] > 0 && !(number && a == 0);
                any |= there;
                anyValid |= there && parts[a].valid();
                for (int b = a; b < k; b++) {
                    double both = a == b ? square[a] : number && a == 0 && b == 1 ? squared.get(cross) : 0;
                    covariance[at++] += factor * (both - (size > 1 ? row[a] * row[b] / size : 0));
                }
            }
            strataValid += anyValid ? 1 : 0;
            strataAsked += any ? 1 : 0;
        }

        private int dfOfRespondents(long[] n, boolean[] valid, boolean isNumber, boolean askedToo) {
            long count = 0;
            for (int i = isNumber ? 1 : 0; i < n.length; i++) {
                count += askedToo || valid[i] ? n[i] : 0;
            }
            return (int) (count - (askedToo ? strataAsked : strataValid));
        }

        private double[] values(IntToDoubleFunction sum, Difference difference) {
            double[] values = new double[parts.length];
            for (int j = 0; j < values.length; j++) {
                Part part = parts[j];
                values[j] = part.cell() < 0
                        ? 0
                        : part.less() < 0 ? sum.applyAsDouble(part.cell()) : difference.of(part.cell(), part.less());
            }
            return values;
        }

        private double[] squares(int g, int k) {
            double[] squares = new double[k];
            if (tally.clustered()) {
                WideSums squared = tally.squares(0, g);
                return squared == null ? squares : values(squared::get, squared::difference);
            }
            for (String stratum : psusByStratum.keySet()) {
                Integer index = tally.strata().get(stratum);
                WideSums squared = index == null ? null : tally.squares(index, g);
                if (squared != null) {
                    double[] some = values(squared::get, squared::difference);
                    for (int i = 0; i < k; i++) {
                        squares[i] += some[i];
                    }
                }
            }
            return squares;
        }

        private double correction(String stratum, long sampled) {
            Double size = size(stratum);
            return size == null ? 1 : 1 - sampled / size;
        }
    }
}
