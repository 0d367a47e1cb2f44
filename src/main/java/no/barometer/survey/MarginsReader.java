package no.barometer.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import no.barometer.problem.Kind;

/**
 * Reads the margins that weights are raked to: a map from breakdown to group to population, or a csv file beside the
 * definition with the columns {@code wave,breakdown,group,population}.
 */
final class MarginsReader {
    private static final List<String> COLUMNS = List.of("wave", "breakdown", "group", "population");
    private static final double LARGEST = 1e12;
    private static final int MOST_CELLS = 1_000_000;
    /** Margins are printed with few digits; beyond this they contradict each other. */
    private static final double AGREEING = 1e-6;

    private final DefinitionFile file;
    private final WaveNames waves;
    private final Codebook codebook;
    private final Map<String, Map<String, Map<String, Double>>> margins = new LinkedHashMap<>();

    MarginsReader(DefinitionFile file, WaveNames waves, Codebook codebook) {
        this.file = file;
        this.waves = waves;
        this.codebook = codebook;
    }

    /** The margins, in the order written. */
    List<Margin> read(Value value) {
        if (value.isText() && value.text().endsWith(".csv")) {
            file.table(value, COLUMNS).forEach(this::line);
        } else {
            for (Value.Entry breakdown : value.entries()) {
                for (Value.Entry group : breakdown.value().entries()) {
                    add("", breakdown.key(), group.key(), group.value());
                }
            }
        }
        List<Margin> all = new ArrayList<>();
        margins.forEach((breakdown, byWave) -> all.add(new Margin(breakdown, byWave)));
        agree(value, all);
        return all;
    }

    private void line(List<Value> cells) {
        String wave = "";
        if (!cells.get(0).key().isEmpty()) {
            Optional<Wave> read = waves.read(cells.get(0));
            if (read.isEmpty()) {
                return;
            }
            wave = read.get().id();
        }
        add(wave, cells.get(1), cells.get(2), cells.get(3));
    }

    private void add(String wave, Value breakdownText, Value groupText, Value populationText) {
        Optional<String> breakdown = breakdown(breakdownText);
        Optional<String> group = breakdown.flatMap(id -> group(id, groupText));
        OptionalDouble population = populationText.number();
        if (population.isPresent() && !(population.getAsDouble() >= 0 && population.getAsDouble() <= LARGEST)) {
            populationText.wrong("a population, or share of it, from 0 to 1000000000000");
        } else if (group.isPresent() && population.isPresent()) {
            Double before = margins.computeIfAbsent(breakdown.get(), fresh -> new LinkedHashMap<>())
                    .computeIfAbsent(wave, fresh -> new LinkedHashMap<>())
                    .putIfAbsent(group.get(), population.getAsDouble());
            if (before != null) {
                groupText.fault(
                        Kind.DUPLICATE_ID, "two populations of " + group.get(), "one for each group of a margin");
            }
        }
    }

    /** Only what is declared has a column to be read from. */
    private Optional<String> breakdown(Value text) {
        if (codebook.breakdowns().isEmpty()) {
            text.fault(Kind.UNKNOWN_REFERENCE, text.key(), "a breakdown of the definition, with its column");
            return Optional.empty();
        }
        return codebook.breakdown(text);
    }

    private Optional<String> group(String breakdown, Value text) {
        Breakdown declared = Objects.requireNonNull(codebook.breakdowns().get(breakdown));
        if (declared.groups().isEmpty()) {
            String id = text.isText() ? Names.slug(text, text.text()) : "";
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        }
        return codebook.answer(text, Codebook.groups(declared));
    }

    /** In no wave may margins contradict each other, nor make a cross-table that memory does not hold. */
    private static void agree(Value at, List<Margin> margins) {
        Set<String> named = new TreeSet<>(List.of(""));
        margins.forEach(margin -> named.addAll(margin.byWave().keySet()));
        Set<List<String>> told = new HashSet<>();
        for (String wave : named) {
            long cells = 1;
            List<BigDecimal> totals = new ArrayList<>();
            List<String> printed = new ArrayList<>();
            for (Margin margin : margins) {
                Map<String, Double> groups = margin.in(wave);
                cells = Math.min(MOST_CELLS + 1L, cells * Math.max(1, groups.size()));
                if (!groups.isEmpty()) {
                    BigDecimal total =
                            groups.values().stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
                    totals.add(total);
                    printed.add(margin.breakdown() + " "
                            + total.stripTrailingZeros().toPlainString());
                }
            }
            if (!agree(totals) && told.add(printed)) {
                at.fault(
                        Kind.MARGINS_DISAGREE,
                        String.join(", ", printed) + (wave.isEmpty() ? "" : " in " + wave),
                        "one total above 0 for all margins");
            }
            if (cells > MOST_CELLS) {
                at.wrong("margins whose cross-table has at most " + MOST_CELLS + " cells");
            }
        }
    }

    private static boolean agree(List<BigDecimal> totals) {
        return totals.stream().allMatch(total -> {
            double first = totals.get(0).doubleValue();
            return total.signum() > 0 && Math.abs(total.doubleValue() - first) <= AGREEING * first;
        });
    }
}
