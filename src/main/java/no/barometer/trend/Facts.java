package no.barometer.trend;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import no.barometer.problem.CellReference;
import no.barometer.survey.Answer;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Measure;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/** Finds or computes one figure, from the totals of respondents or from a delivered table. */
final class Facts {
    private final Survey survey;
    private final Outline outline;
    private final Map<Key, Totals> totals = new HashMap<>();
    private final Map<Key, Observation> observations = new HashMap<>();
    private final Map<String, List<String>> respondentFiles;

    Facts(Material material, Outline outline) {
        this.survey = material.survey();
        this.outline = outline;
        this.respondentFiles = material.respondentFiles();
        for (Totals one : material.totals()) {
            totals.put(
                    new Key(one.wave(), one.question(), one.item(), one.option(), one.breakdown(), one.group(), ""),
                    one);
        }
        for (Observation one : material.observations()) {
            // of several files with the same figure the last one delivered counts; loading has checked that it may
            observations.put(
                    new Key(
                            one.wave(),
                            one.question(),
                            one.item(),
                            one.answer(),
                            one.breakdown(),
                            one.group(),
                            one.measure()),
                    one);
        }
    }

    private record Key(
            String wave, String question, String item, String answer, String breakdown, String group, String measure) {}

    /** Where a figure is looked for: everything but its answer. */
    record Spot(String wave, String question, String item, String breakdown, String group) {}

    boolean anyRespondents(String question) {
        return totals.keySet().stream().anyMatch(key -> key.question().equals(question));
    }

    Collection<Observation> observations() {
        return observations.values();
    }

    /** The figure of respondents, or of a delivered table; from where the table says, if there are both. */
    Optional<Figure> find(Spot spot, String answer, Measure measure, BaseKind baseKind, boolean preferPublished) {
        Optional<Figure> first = preferPublished
                ? published(spot, answer, measure, baseKind)
                : computed(spot, answer, measure, baseKind);
        return first.or(() -> preferPublished
                ? computed(spot, answer, measure, baseKind)
                : published(spot, answer, measure, baseKind));
    }

    Optional<Figure> computed(Spot spot, String answer, Measure measure, BaseKind baseKind) {
        Question question = survey.questions().get(spot.question());
        boolean multiple = question != null && question.type().isMultiple();
        Totals found = totals.get(new Key(
                spot.wave(), spot.question(), spot.item(), multiple ? answer : "", spot.breakdown(), spot.group(), ""));
        boolean meanOfNoNumbers = measure instanceof Measure.Mean && baseKind == BaseKind.ASKED;
        if (found == null || measure instanceof Measure.Value || meanOfNoNumbers) {
            return Optional.empty();
        }
        double[] score = score(found, multiple ? Totals.CHOSEN : answer, measure);
        if (score == null) {
            return Optional.empty();
        }
        Ratio ratio = Ratio.of(found, score, baseKind);
        if (Double.isNaN(ratio.value())) {
            return Optional.empty();
        }
        boolean mean = measure instanceof Measure.Mean;
        String unit = !mean ? "percent" : question != null && !question.unit().isEmpty() ? question.unit() : "number";
        return Optional.of(new Figure(
                mean ? ratio.value() : ratio.value() * 100,
                measure instanceof Measure.Net ? "points" : unit,
                ratio.base(),
                ratio.effectiveBase(),
                "",
                "",
                "weighted",
                source(found)));
    }

    private String source(Totals found) {
        long respondents =
                found.number() ? found.n()[1] : Arrays.stream(found.n()).sum();
        for (int i = 2; found.number() && i < found.n().length; i++) {
            respondents += found.n()[i];
        }
        return String.join(" + ", respondentFiles.getOrDefault(found.wave(), List.of())) + " > " + respondents
                + " respondents";
    }

    /** The score on the parts of totals, or null where the measure does not apply to them. */
    private double @Nullable [] score(Totals found, String answer, Measure measure) {
        List<String> parts = found.parts();
        double[] score = new double[parts.size()];
        if (measure instanceof Measure.Share) {
            int at = parts.indexOf(answer);
            if (at < 0 || found.number()) {
                return null;
            }
            score[at] = 1;
        } else if (measure instanceof Measure.Top top) {
            highest(found.question(), top.count()).forEach(id -> set(score, parts, id, 1));
        } else if (measure instanceof Measure.Net net) {
            net.positive().forEach(id -> set(score, parts, id, 1));
            net.negative().forEach(id -> set(score, parts, id, -1));
        } else if (!found.number()) {
            return scale(found, score) ? score : null;
        }
        return score;
    }

    /** Fills in the answers' numbers on the scale; false where a valid answer has none. */
    private boolean scale(Totals found, double[] score) {
        Question question = survey.questions().get(found.question());
        for (int i = 0; i < score.length; i++) {
            if (found.valid()[i]) {
                OptionalDouble number = question == null
                        ? OptionalDouble.empty()
                        : question.answer(found.parts().get(i))
                                .map(Answer::score)
                                .orElse(OptionalDouble.empty());
                if (number.isEmpty()) {
                    return false;
                }
                score[i] = number.getAsDouble();
            }
        }
        return true;
    }

    private static void set(double[] score, List<String> parts, String id, double value) {
        int at = parts.indexOf(id);
        if (at >= 0) {
            score[at] = value;
        }
    }

    /** The answers with the highest numbers on the scale. */
    private List<String> highest(String question, int count) {
        Question declared = survey.questions().get(question);
        if (declared == null) {
            return List.of();
        }
        return declared.answers().stream()
                .filter(answer -> answer.score().isPresent())
                .sorted((a, b) ->
                        Double.compare(b.score().getAsDouble(), a.score().getAsDouble()))
                .limit(count)
                .map(Answer::id)
                .toList();
    }

    Optional<Figure> published(Spot spot, String answer, Measure measure, BaseKind baseKind) {
        if (baseKind == BaseKind.ASKED) {
            return Optional.empty();
        }
        if (measure instanceof Measure.Share) {
            return observation(spot, answer, "share");
        } else if (measure instanceof Measure.Mean) {
            return observation(spot, "", "mean");
        } else if (measure instanceof Measure.Top top) {
            return sum(spot, highest(spot.question(), top.count()), List.of());
        } else if (measure instanceof Measure.Net net) {
            return sum(spot, net.positive(), net.negative());
        }
        return observation(spot, answer, "value").or(() -> observation(spot, answer, "mean"));
    }

    private Optional<Figure> observation(Spot spot, String answer, String measure) {
        Observation found = observations.get(
                new Key(spot.wave(), spot.question(), spot.item(), answer, spot.breakdown(), spot.group(), measure));
        if (found == null) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                found.value(),
                found.unit(),
                found.base(),
                null,
                found.obsStatus(),
                found.confStatus(),
                "published",
                source(found)));
    }

    static String source(Observation found) {
        Observation.Source source = found.source();
        return source.sheet().isEmpty()
                ? source.delivery() + " > line " + source.row() + " > " + CellReference.letters(source.column())
                : source.delivery() + " > " + source.sheet() + " > " + CellReference.of(source.row(), source.column());
    }

    /** Printed shares added up (and others taken off), if all of them are there. */
    private Optional<Figure> sum(Spot spot, List<String> plus, List<String> minus) {
        double sum = 0;
        Observation first = null;
        for (List<String> side : List.of(plus, minus)) {
            for (String answer : side) {
                Observation one = observations.get(new Key(
                        spot.wave(), spot.question(), spot.item(), answer, spot.breakdown(), spot.group(), "share"));
                Double value = one == null ? null : one.value();
                if (value == null) {
                    return Optional.empty();
                }
                sum += side == plus ? value : -value;
                first = first == null ? one : first;
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        // printed decimals add up to printed decimals
        double rounded = Math.round(sum * 1e9) / 1e9;
        return Optional.of(new Figure(
                rounded,
                minus.isEmpty() ? "percent" : "points",
                first.base(),
                null,
                "",
                "",
                "published",
                source(Objects.requireNonNull(first))));
    }

    Outline outline() {
        return outline;
    }
}
