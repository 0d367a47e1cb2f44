package no.barometer.trend;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import no.barometer.survey.Answer;
import no.barometer.survey.Measure;
import no.barometer.survey.Question;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/** The number that a measure gives each answer; its mean over the base is the figure. */
record Scores(Map<String, Question> questions) {

    /**
     * The score on the parts of totals, or null where the measure does not apply to them.
     *
     * @param answer of a share
     */
    double @Nullable [] of(Totals totals, String answer, Measure measure) {
        List<String> parts = totals.parts();
        double[] score = new double[parts.size()];
        if (measure instanceof Measure.Share) {
            int at = parts.indexOf(answer);
            if (at < 0 || totals.number()) {
                return null;
            }
            score[at] = 1;
        } else if (measure instanceof Measure.Top top) {
            highest(totals.question(), top.count()).forEach(id -> set(score, parts, id, 1));
        } else if (measure instanceof Measure.Net net) {
            net.positive().forEach(id -> set(score, parts, id, 1));
            net.negative().forEach(id -> set(score, parts, id, -1));
        } else if (!totals.number()) {
            return scale(totals, score) ? score : null;
        }
        return score;
    }

    /** Fills in the answers' numbers on the scale; false where a valid answer has none. */
    private boolean scale(Totals totals, double[] score) {
        Question question = questions.get(totals.question());
        for (int i = 0; i < score.length; i++) {
            if (totals.valid()[i]) {
                OptionalDouble number = question == null
                        ? OptionalDouble.empty()
                        : question.answer(totals.parts().get(i))
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
    List<String> highest(String question, int count) {
        Question declared = questions.get(question);
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
}
