package no.barometer.trend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Block;
import no.barometer.survey.Design;
import no.barometer.survey.Measure;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/** Finds or computes one figure, from the totals of respondents or from a delivered table. Thread-safe. */
final class Facts {
    /** Method of a figure that is computed from respondents. */
    static final String WEIGHTED = "weighted";

    private final Survey survey;
    private final Material material;
    private final Scores scores;
    private final Printed printed;
    private final Map<Key, Totals> totals = new HashMap<>();
    private final Map<PairKey, Pair> pairs = new HashMap<>();

    Facts(Material material) {
        this.survey = material.survey();
        this.material = material;
        this.scores = new Scores(survey.questions());
        this.printed = new Printed(material, scores);
        for (Totals one : material.totals()) {
            Spot spot = new Spot(one.wave(), one.question(), one.item(), one.breakdown(), one.group());
            totals.put(new Key(spot, one.option(), one.weighting()), one);
        }
        for (Pair one : material.pairs()) {
            Spot spot = new Spot(one.wave(), one.question(), one.item(), one.breakdown(), one.group());
            pairs.put(new PairKey(new Key(spot, one.option(), one.weighting()), one.next()), one);
        }
    }

    private record Key(Spot spot, String option, String weighting) {}

    private record PairKey(Key earlier, String next) {}

    /** Where a figure is looked for: everything but its answer. */
    record Spot(String wave, String question, String item, String breakdown, String group) {
        /** A record's own takes several times as long, for each figure. */
        @Override
        public int hashCode() {
            return ((wave.hashCode() * 31 + question.hashCode()) * 31 + item.hashCode()) * 31 + group.hashCode();
        }
    }

    boolean anyRespondents(String question) {
        return totals.keySet().stream().anyMatch(key -> key.spot().question().equals(question));
    }

    /** Of which figures were delivered. */
    Set<String> printedQuestions() {
        return printed.questions();
    }

    /** A question's delivered figures. */
    List<Observation> observations(String question) {
        return printed.of(question);
    }

    /** The figure of respondents, or of a delivered table; from where the table says, if there are both. */
    Optional<Figure> find(Spot spot, String answer, Measure measure, BaseKind baseKind, Table table) {
        Optional<Figure> first = table.published()
                ? printed.find(spot, answer, measure, baseKind)
                : computed(spot, answer, measure, baseKind, table.weighting());
        return first.or(() -> table.published()
                ? computed(spot, answer, measure, baseKind, table.weighting())
                : printed.find(spot, answer, measure, baseKind));
    }

    /** @param weighting as of {@link Totals} */
    Optional<Figure> computed(Spot spot, String answer, Measure measure, BaseKind baseKind, String weighting) {
        Question question = survey.questions().get(spot.question());
        boolean multiple = question != null && question.type().isMultiple();
        Totals found = totals.get(new Key(spot, multiple ? answer : "", weighting));
        boolean meanOfNoNumbers = measure instanceof Measure.Mean && baseKind == BaseKind.ASKED;
        if (found == null || measure instanceof Measure.Value || meanOfNoNumbers) {
            return Optional.empty();
        }
        double[] score = scores.of(found, multiple ? Totals.CHOSEN : answer, measure);
        if (score == null) {
            return Optional.empty();
        }
        Ratio ratio = Ratio.of(found, score, baseKind);
        if (Double.isNaN(ratio.value())) {
            return Optional.empty();
        }
        Estimand estimand = measure instanceof Measure.Mean
                ? Estimand.MEAN
                : measure instanceof Measure.Net ? Estimand.NET : Estimand.SHARE;
        return Optional.of(new Figure(
                ratio.value() * estimand.scale(),
                estimand,
                unit(estimand, question),
                design(spot.wave()).census() ? null : ratio,
                ratio.base(),
                ratio.effectiveBase(),
                "",
                "",
                WEIGHTED,
                source(found),
                new Figure.Origin(found, score, baseKind)));
    }

    private static String unit(Estimand estimand, @Nullable Question question) {
        if (estimand == Estimand.MEAN) {
            return question != null && !question.unit().isEmpty() ? question.unit() : "number";
        }
        return estimand == Estimand.NET ? "points" : "percent";
    }

    /** The change from an earlier figure to a later one of the same row. */
    @Nullable
    Change change(Figure before, Figure now) {
        Figure.Origin one = before.origin();
        Figure.Origin two = now.origin();
        if (one == null || two == null) {
            return Change.between(before, now, false, null);
        }
        Totals first = one.totals();
        Spot spot = new Spot(first.wave(), first.question(), first.item(), first.breakdown(), first.group());
        Pair pair = pairs.get(new PairKey(
                new Key(spot, first.option(), first.weighting()), two.totals().wave()));
        return Change.between(before, now, design(two.totals().wave()).panel(), pair);
    }

    /** The design by which a wave's respondents were drawn. */
    Design design(String wave) {
        return material.respondentFiles().getOrDefault(wave, List.of()).stream()
                .findFirst()
                .flatMap(path -> survey.block(material.blocks().getOrDefault(path, "")))
                .map(Block::design)
                .orElse(survey.design());
    }

    private String source(Totals found) {
        long respondents =
                found.number() ? found.n()[1] : Arrays.stream(found.n()).sum();
        for (int i = 2; found.number() && i < found.n().length; i++) {
            respondents += found.n()[i];
        }
        return String.join(" + ", material.respondentFiles().getOrDefault(found.wave(), List.of())) + " > "
                + respondents + " respondents";
    }
}
