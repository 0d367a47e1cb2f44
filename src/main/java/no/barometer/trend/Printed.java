package no.barometer.trend;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.barometer.problem.CellReference;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Design;
import no.barometer.survey.Measure;
import no.barometer.survey.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Finds one printed figure, or adds it up from printed ones; with its approximate error where its base is printed.
 * Thread-safe.
 */
final class Printed {
    private final Material material;
    private final Scores scores;
    private final Map<String, List<Observation>> delivered;
    /** Of the questions asked for so far: a survey may have a hundred, and a table of one. */
    private final Map<String, Map<Key, Observation>> observations = new ConcurrentHashMap<>();

    Printed(Material material, Scores scores) {
        this.material = material;
        this.scores = scores;
        this.delivered = material.observations().stream()
                .collect(Collectors.groupingBy(Observation::question, LinkedHashMap::new, Collectors.toList()));
    }

    private record Key(Facts.Spot spot, String answer, String measure, String baseKind) {}

    /** In the order of delivery. */
    Set<String> questions() {
        return delivered.keySet();
    }

    /** In the order of delivery. */
    List<Observation> of(String question) {
        return delivered.getOrDefault(question, List.of());
    }

    private @Nullable Observation observation(Facts.Spot spot, String answer, String measure, BaseKind baseKind) {
        return observations
                .computeIfAbsent(spot.question(), this::byKey)
                .get(new Key(spot, answer, measure, baseKind.code()));
    }

    /** Of several files with the same figure the last one delivered counts; loading has checked that it may. */
    private Map<Key, Observation> byKey(String question) {
        Map<Key, Observation> byKey = new HashMap<>();
        for (Observation one : of(question)) {
            Facts.Spot spot = new Facts.Spot(one.wave(), one.question(), one.item(), one.breakdown(), one.group());
            byKey.put(new Key(spot, one.answer(), one.measure(), one.baseKind()), one);
        }
        return byKey;
    }

    Optional<Figure> find(Facts.Spot spot, String answer, Measure measure, BaseKind baseKind) {
        if (measure instanceof Measure.Share) {
            return one(spot, answer, "share", baseKind);
        } else if (measure instanceof Measure.Mean) {
            return one(spot, "", "mean", baseKind);
        } else if (measure instanceof Measure.Top top) {
            return sum(spot, scores.highest(spot.question(), top.count()), List.of(), baseKind);
        } else if (measure instanceof Measure.Net net) {
            return sum(spot, net.positive(), net.negative(), baseKind);
        }
        return one(spot, answer, "value", baseKind).or(() -> one(spot, answer, "mean", baseKind));
    }

    private Optional<Figure> one(Facts.Spot spot, String answer, String measure, BaseKind baseKind) {
        Observation found = observation(spot, answer, measure, baseKind);
        if (found == null) {
            return Optional.empty();
        }
        Double value = found.value();
        boolean share = measure.equals("share");
        return Optional.of(figure(
                found,
                value,
                share ? Estimand.SHARE : measure.equals("mean") ? Estimand.MEAN : Estimand.VALUE,
                found.unit(),
                share && value != null ? ratio(found, value, value) : null,
                found.obsStatus(),
                found.confStatus()));
    }

    /** Printed shares added up (and others taken off), if all of them are there. */
    private Optional<Figure> sum(Facts.Spot spot, List<String> plus, List<String> minus, BaseKind baseKind) {
        double added = 0;
        double takenOff = 0;
        Observation first = null;
        boolean broken = false;
        for (List<String> side : List.of(plus, minus)) {
            for (String answer : side) {
                Observation one = observation(spot, answer, "share", baseKind);
                if (one == null || one.value() == null) {
                    return Optional.empty();
                }
                added += side == plus ? one.value() : 0;
                takenOff += side == plus ? 0 : one.value();
                first = first == null ? one : first;
                broken |= one.obsStatus().contains("b");
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        // printed decimals add up to printed decimals
        double rounded = Math.round((added - takenOff) * 1e9) / 1e9;
        Observation source = Objects.requireNonNull(first);
        return Optional.of(figure(
                source,
                rounded,
                minus.isEmpty() ? Estimand.SHARE : Estimand.NET,
                minus.isEmpty() ? "percent" : "points",
                ratio(source, rounded, added + takenOff),
                broken ? "b" : "",
                ""));
    }

    private Figure figure(
            Observation source,
            @Nullable Double value,
            Estimand estimand,
            String unit,
            @Nullable Ratio ratio,
            String obsStatus,
            String confStatus) {
        return new Figure(
                value,
                estimand,
                unit,
                ratio,
                source.base(),
                null,
                obsStatus,
                confStatus,
                ratio == null ? "published" : "approximate",
                source(source),
                null);
    }

    /**
     * v = deff·(q - p²)/n from the printed base, with a finite population correction for everybody, where q is the share of
     * those who count at all (of a share p itself). Respondents are taken as if drawn independently; what is printed of a
     * census has no error.
     *
     * @param counted percent of the base that is counted, with whatever sign
     */
    private @Nullable Ratio ratio(Observation source, double percent, double counted) {
        Design design = design(source);
        Double base = source.base();
        if (base == null || base < 1 || design.census() || counted < 0 || counted > 100) {
            return null;
        }
        double p = percent / 100;
        double correction = 1;
        Double population = design.population().get("");
        if (population != null && source.breakdown().equals(Breakdown.TOTAL)) {
            correction = 1 - base / population;
        }
        if (correction <= 0) {
            return null;
        }
        return Ratio.ofPrinted(p, Math.max(0, design.deff() * correction * (counted / 100 - p * p) / base), base);
    }

    private Design design(Observation one) {
        String block = material.blocks().getOrDefault(one.source().delivery(), "");
        return material.survey()
                .block(block)
                .map(Block::design)
                .orElse(material.survey().design());
    }

    static String source(Observation found) {
        Observation.Source source = found.source();
        return source.sheet().isEmpty()
                ? source.delivery() + " > line " + source.row() + " > " + CellReference.letters(source.column())
                : source.delivery() + " > " + source.sheet() + " > " + CellReference.of(source.row(), source.column());
    }
}
