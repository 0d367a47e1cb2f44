package no.barometer.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;

/**
 * Of whom the shares of a printed table are: where its columns come nearer to 100 with the answers that the codebook
 * declares missing than without them, of all who were asked. Rounding may speak for either in one column, and so all of a
 * question's columns decide together.
 */
final class PrintedBase {
    private static final double WHOLE = 100;
    /** Sums of printed decimals that differ by less are the same. */
    private static final double SAME = 1e-6;

    private final Survey survey;
    private final Map<Table, Map<List<String>, Column>> tables = new HashMap<>();

    PrintedBase(Survey survey) {
        this.survey = survey;
    }

    private record Table(String wave, String question) {
        static Table of(Observation one) {
            return new Table(one.wave(), one.question());
        }
    }

    /** Sums of shares. */
    private record Column(double valid, double missing) {
        Column plus(Column other) {
            return new Column(valid + other.valid, missing + other.missing);
        }

        /** How much nearer it comes to the whole with the missing answers. */
        double gain() {
            return Math.abs(WHOLE - valid) - Math.abs(WHOLE - valid - missing);
        }
    }

    void add(Observation one) {
        Double value = one.value();
        Question question = survey.questions().get(one.question());
        if (value == null || question == null || !isShare(one) || question.type() != Question.Type.SINGLE) {
            return;
        }
        boolean missing =
                question.missing().stream().anyMatch(answer -> answer.id().equals(one.answer()));
        tables.computeIfAbsent(Table.of(one), fresh -> new HashMap<>())
                .merge(
                        List.of(one.item(), one.breakdown(), one.group()),
                        missing ? new Column(0, value) : new Column(value, 0),
                        Column::plus);
    }

    private static boolean isShare(Observation one) {
        return one.measure().equals("share") && !one.answer().isEmpty();
    }

    /** The observation with the base that its table has, once all of them were added. */
    Observation told(Observation one) {
        return isShare(one) && ofAsked(Table.of(one)) ? one.of(BaseKind.ASKED) : one;
    }

    private boolean ofAsked(Table table) {
        return tables.getOrDefault(table, Map.of()).values().stream()
                        .mapToDouble(Column::gain)
                        .sum()
                > SAME;
    }
}
