package no.barometer.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Measure;
import no.barometer.survey.Observation;
import org.jspecify.annotations.Nullable;

/** Printed figures beside those computed from the respondents of the same wave. */
public final class Comparison {
    private static final int MOST_DECIMALS = 6;
    /** For the binary rounding of sums; far below any printed digit. */
    private static final double NOTHING = 1e-9;

    private final Facts facts;
    private final Map<Series, Integer> decimals = new HashMap<>();
    private final Map<Series, Difference> differences = new LinkedHashMap<>();

    private Comparison(Material material) {
        this.facts = new Facts(material);
        for (Observation one : material.observations()) {
            Double value = one.value();
            if (value != null) {
                decimals.merge(Series.of(one), decimals(value), Math::max);
            }
        }
    }

    /** Figures that one file prints alike: of one question and measure. */
    private record Series(String delivery, String wave, String question, String measure) {
        static Series of(Observation one) {
            return new Series(one.source().delivery(), one.wave(), one.question(), one.measure());
        }
    }

    /** The first figure of a file's question that differs, and how many do. */
    private record Difference(Observation first, Figure computed, int figures) {
        Difference merge() {
            return new Difference(first, computed, figures + 1);
        }
    }

    /**
     * Warnings for printed shares and means that differ from the computed ones by more than half a unit of the last
     * printed decimal: one for each file, wave and question, at the first such figure. How many decimals a file prints is
     * told by the figure with most of them.
     */
    public static List<Problem> of(Material material) {
        if (material.totals().isEmpty() || material.observations().isEmpty()) {
            return List.of();
        }
        Comparison comparison = new Comparison(material);
        material.observations().forEach(comparison::compare);
        List<Problem> problems = new ArrayList<>();
        comparison.differences.forEach((series, difference) -> problems.add(
                comparison.problem(series, difference).in(material.survey().id())));
        return problems;
    }

    private void compare(Observation one) {
        Measure measure = measure(one);
        Double printed = one.value();
        if (measure == null || printed == null) {
            return;
        }
        Facts.Spot spot = new Facts.Spot(one.wave(), one.question(), one.item(), one.breakdown(), one.group());
        BaseKind baseKind = one.baseKind().equals(BaseKind.ASKED.code()) ? BaseKind.ASKED : BaseKind.VALID;
        Optional<Figure> computed = facts.computed(spot, one.answer(), measure, baseKind, "");
        Double value = computed.map(Figure::value).orElse(null);
        if (value == null || Math.abs(value - printed) <= slack(Series.of(one)) + NOTHING) {
            return;
        }
        differences.merge(Series.of(one), new Difference(one, computed.get(), 1), (first, again) -> first.merge());
    }

    private static @Nullable Measure measure(Observation one) {
        return switch (one.measure()) {
            case "share" -> new Measure.Share(List.of());
            case "mean" -> new Measure.Mean();
            default -> null;
        };
    }

    private double slack(Series series) {
        return 0.5 * Math.pow(10, -decimals.getOrDefault(series, 0));
    }

    private Problem problem(Series series, Difference difference) {
        Observation one = difference.first();
        int places = decimals.getOrDefault(series, 0);
        String more = difference.figures() == 1
                ? ""
                : " (and " + (difference.figures() - 1) + " more of this question differ)";
        return Problem.of(
                Kind.PUBLISHED_DIFFERS,
                one.source().location(),
                rounded(one.value(), places) + " for " + named(one),
                rounded(difference.computed().value(), places + 1) + " from "
                        + difference.computed().source() + more);
    }

    private static String named(Observation one) {
        List<String> ids = new ArrayList<>(List.of(one.question()));
        for (String id : List.of(one.item(), one.answer())) {
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return String.join(".", ids) + ", " + one.breakdown() + " " + one.group() + ", wave " + one.wave();
    }

    private static String rounded(@Nullable Double value, int places) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value)
                        .setScale(places, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static int decimals(double value) {
        return Math.max(
                0,
                BigDecimal.valueOf(value)
                        .setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .scale());
    }
}
