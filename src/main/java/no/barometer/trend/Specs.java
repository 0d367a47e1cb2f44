package no.barometer.trend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.barometer.survey.Answer;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Measure;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;
import no.barometer.survey.Text;

/** Which rows each table may have, in the order of publication; those without any figure are left out later. */
final class Specs {
    private static final Measure EVERY_SHARE = new Measure.Share(List.of());

    private final Survey survey;
    private final Outline outline;
    private final Facts facts;

    Specs(Survey survey, Outline outline, Facts facts) {
        this.survey = survey;
        this.outline = outline;
        this.facts = facts;
    }

    /** One row: a statistic of one group. */
    record Spec(String item, String answer, String breakdown, String group, Measure measure, BaseKind baseKind) {}

    /** The declared tables; without any, one of every question. */
    Collection<Table> tables() {
        if (!survey.tables().isEmpty()) {
            return survey.tables().values();
        }
        Set<String> questions = new LinkedHashSet<>(outline.questions());
        questions.addAll(facts.printedQuestions());
        return questions.stream().map(this::plainTable).toList();
    }

    /** The table of a question of which nothing is said: all its figures, by all breakdowns. */
    private Table plainTable(String question) {
        return new Table(
                question,
                outline.questionText(question),
                Text.NONE,
                Text.NONE,
                question,
                delivered(question),
                List.of(),
                true,
                List.of(BaseKind.VALID),
                -1,
                survey.rules(),
                "",
                false);
    }

    /** What the delivered figures of a question are. */
    private List<Measure> delivered(String question) {
        Set<Measure> measures = new LinkedHashSet<>();
        for (Observation one : facts.observations(question)) {
            measures.add(
                    switch (one.measure()) {
                        case "mean" -> new Measure.Mean();
                        case "value" -> new Measure.Value();
                        default -> EVERY_SHARE;
                    });
        }
        return List.copyOf(measures);
    }

    /** Shares unless the table says otherwise, or there are none: then what was delivered. */
    private List<Measure> measures(Table table) {
        List<Measure> delivered = delivered(table.question());
        boolean noShares =
                !delivered.isEmpty() && !delivered.contains(EVERY_SHARE) && !facts.anyRespondents(table.question());
        return noShares && table.measures().equals(List.of(EVERY_SHARE)) ? delivered : table.measures();
    }

    List<Spec> of(Table table) {
        List<String> items = outline.items(table.question());
        List<String> breakdowns = new ArrayList<>(List.of(Breakdown.TOTAL));
        breakdowns.addAll(table.everyBreakdown() ? outline.breakdowns() : table.by());
        List<Measure> measures = measures(table);
        List<Spec> specs = new ArrayList<>();
        for (String item : items.isEmpty() ? List.of("") : withNone(items, table.question())) {
            for (Measure measure : measures) {
                for (String answer : answers(table, measure)) {
                    for (String breakdown : breakdowns) {
                        for (String group : outline.groups(breakdown)) {
                            for (BaseKind baseKind : table.bases()) {
                                if (baseKind == BaseKind.ASKED || !isMissing(table.question(), answer)) {
                                    specs.add(new Spec(item, answer, breakdown, group, measure, baseKind));
                                }
                            }
                        }
                    }
                }
            }
        }
        return specs;
    }

    /** Whether an answer is none of the valid ones, and so has no share of them. */
    private boolean isMissing(String question, String answer) {
        Question declared = survey.questions().get(question);
        return declared != null
                && declared.missing().stream().anyMatch(one -> one.id().equals(answer));
    }

    /** A question may have figures of its own besides those of its items. */
    private List<String> withNone(List<String> items, String question) {
        boolean own =
                facts.observations(question).stream().anyMatch(one -> one.item().isEmpty());
        List<String> all = new ArrayList<>(own ? List.of("") : List.of());
        all.addAll(items);
        return all;
    }

    /** The answers that each have a row of their own. */
    private List<String> answers(Table table, Measure measure) {
        List<String> all = outline.answers(table.question());
        if (measure instanceof Measure.Share share) {
            if (!share.answers().isEmpty()) {
                return share.answers();
            }
            Question question = survey.questions().get(table.question());
            List<String> missing = question == null
                    ? List.of()
                    : question.missing().stream().map(Answer::id).toList();
            List<String> rows = new ArrayList<>(all);
            if (!table.bases().contains(BaseKind.ASKED)) {
                rows.removeAll(missing);
            }
            rows.add("");
            return rows;
        }
        if (measure instanceof Measure.Value) {
            List<String> rows = new ArrayList<>(all);
            rows.add("");
            return rows;
        }
        return List.of("");
    }
}
