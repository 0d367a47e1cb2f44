package no.barometer.trend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;

/**
 * The unweighted numbers of respondents behind the figures of one wave, as numbered variables: of one question, and of those
 * that are asked of who gave some answer to it.
 */
final class Respondents {
    /** All with a valid answer, where parts overlap or are no answers. */
    private static final String VALID = "\u0000valid";
    /** Before the id of an option: those who did not choose it. */
    private static final String NOT = "\u0000not ";
    /** What a number adds up to; nobody's count. */
    private static final String SUM = "\u0000sum";

    private final Map<Variable, Integer> numbers = new LinkedHashMap<>();
    private final List<Double> values = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();
    /** That those with a valid answer chose an option or did not. */
    private final List<Linear> choices = new ArrayList<>();
    /** How many were asked in each group. */
    private final Map<Topic, Map<Place, Linear>> asked = new LinkedHashMap<>();

    private final Survey survey;

    Respondents(Survey survey) {
        this.survey = survey;
    }

    private record Place(String breakdown, String group) {}

    /** @param weighting as of {@link Totals}: by size those are left out who have none */
    private record Topic(String question, String item, String weighting) {
        static Topic of(Totals totals) {
            return new Topic(totals.question(), totals.item(), totals.weighting());
        }

        Topic unsized() {
            return new Topic(question, item, "");
        }
    }

    /**
     * A number of respondents.
     *
     * @param part id of an answer, of an option, {@link #VALID} or {@link #SUM}
     */
    private record Variable(Topic topic, String breakdown, String group, String part) {
        static Variable of(Totals totals, String part) {
            return new Variable(Topic.of(totals), totals.breakdown(), totals.group(), part);
        }

        Variable in(String ofBreakdown, String ofGroup) {
            return new Variable(topic, ofBreakdown, ofGroup, part);
        }

        Variable of(Topic ofTopic, String ofPart) {
            return new Variable(ofTopic, breakdown, group, ofPart);
        }

        Variable unsized() {
            return new Variable(topic.unsized(), breakdown, group, part);
        }
    }

    /** What is told by a figure: its base, and how many it counts. */
    Disclosure.Line line(Draft draft) {
        Figure.Origin origin = origin(draft);
        Totals totals = origin.totals();
        Linear figure = Linear.NONE;
        for (int i = 0; i < totals.parts().size(); i++) {
            boolean inBase = totals.valid()[i] || origin.baseKind() == BaseKind.ASKED;
            if (inBase && !totals.number() && origin.score()[i] != 0) {
                figure = figure.plus(origin.score()[i], Linear.sum(number(totals, part(totals, i))));
            }
        }
        if (totals.number()) {
            figure = Linear.sum(number(totals, SUM));
        }
        return new Disclosure.Line(
                base(totals, origin.baseKind()), figure, draft.figure().estimand() == Estimand.SHARE);
    }

    /** What is told by a figure's source: how many were asked. */
    Disclosure.Line asked(Draft draft) {
        Linear base = base(origin(draft).totals(), BaseKind.ASKED);
        return new Disclosure.Line(base, base, false);
    }

    private Figure.Origin origin(Draft draft) {
        Figure.Origin origin = draft.figure().origin();
        if (origin == null) {
            throw new IllegalArgumentException("a printed figure has no respondents");
        }
        register(origin.totals());
        return origin;
    }

    private Linear base(Totals totals, BaseKind baseKind) {
        boolean split = totals.option().isEmpty() && !totals.number();
        Linear base = split ? Linear.NONE : Linear.sum(number(totals, VALID));
        for (int i = 0; i < totals.parts().size(); i++) {
            if (totals.valid()[i] ? split : baseKind == BaseKind.ASKED) {
                base = base.plus(1, Linear.sum(number(totals, part(totals, i))));
            }
        }
        return base;
    }

    /** An option stands for its part {@code chosen}. */
    private static String part(Totals totals, int i) {
        String part = totals.parts().get(i);
        return part.equals(Totals.CHOSEN) && !totals.option().isEmpty() ? totals.option() : part;
    }

    private void register(Totals totals) {
        if (!seen.add(List.of(
                totals.question(),
                totals.item(),
                totals.breakdown(),
                totals.group(),
                totals.option(),
                totals.weighting()))) {
            return;
        }
        long valid = 0;
        for (int i = 0; i < totals.parts().size(); i++) {
            String part = totals.parts().get(i);
            boolean sum = totals.number() && part.equals(Totals.SUM);
            valid += totals.valid()[i] && !sum ? totals.n()[i] : 0;
            boolean own = !totals.number() || !totals.valid()[i];
            if (own && !part.equals(Totals.NOT_CHOSEN)) {
                put(totals, part(totals, i), (double) totals.n()[i]);
            }
        }
        if (totals.number()) {
            put(totals, SUM, totals.total()[0] + totals.center() * totals.total()[1]);
        }
        if (totals.number() || !totals.option().isEmpty()) {
            put(totals, VALID, (double) valid);
        }
        if (!totals.option().isEmpty()) {
            int chosen = number(totals, totals.option());
            put(totals, NOT + totals.option(), valid - values.get(chosen));
            choices.add(Linear.sum(number(totals, VALID))
                    .plus(-1, Linear.sum(chosen, number(totals, NOT + totals.option()))));
        }
        asked.computeIfAbsent(Topic.of(totals), fresh -> new LinkedHashMap<>())
                .putIfAbsent(new Place(totals.breakdown(), totals.group()), base(totals, BaseKind.ASKED));
    }

    private void put(Totals totals, String part, double value) {
        Variable variable = Variable.of(totals, part);
        if (numbers.putIfAbsent(variable, values.size()) == null) {
            values.add(value);
        }
    }

    private int number(Totals totals, String part) {
        Variable variable = Variable.of(totals, part);
        return numbers.computeIfAbsent(variable, fresh -> {
            values.add(0.0);
            return values.size() - 1;
        });
    }

    /** What follows from the questionnaire; to be asked for first. */
    List<Linear> known() {
        List<Linear> known = new ArrayList<>(sums());
        known.addAll(nested());
        known.addAll(choices);
        asked.forEach((topic, numbers) -> {
            known.addAll(equal(numbers, asked.getOrDefault(first(topic), Map.of())));
            Question question = survey.questions().get(topic.question());
            if (question != null && topic.weighting().isEmpty()) {
                question.askedWhen()
                        .forEach((other, answers) -> known.addAll(equal(numbers, answered(other, answers))));
            }
        });
        return known;
    }

    /** A question's first item, of whose respondents the others are mostly asked too. */
    private Topic first(Topic topic) {
        return asked.keySet().stream()
                .filter(one -> one.question().equals(topic.question())
                        && one.weighting().equals(topic.weighting()))
                .findFirst()
                .orElseThrow();
    }

    /** How many gave some of the answers in each group. */
    private Map<Place, Linear> answered(String question, List<String> answers) {
        Map<Place, Linear> sums = new LinkedHashMap<>();
        numbers.forEach((variable, number) -> {
            if (variable.topic().equals(new Topic(question, "", "")) && answers.contains(variable.part())) {
                sums.merge(
                        new Place(variable.breakdown(), variable.group()),
                        Linear.sum(number),
                        (some, one) -> some.plus(1, one));
            }
        });
        return sums;
    }

    /** That two numbers are the same in each group, if they are in all of them. */
    private List<Linear> equal(Map<Place, Linear> some, Map<Place, Linear> others) {
        double[] counts = values();
        List<Linear> differences = new ArrayList<>();
        some.forEach((place, number) -> differences.add(number.plus(-1, others.getOrDefault(place, Linear.NONE))));
        if (differences.stream().anyMatch(one -> one.at(counts) != 0)) {
            return List.of();
        }
        differences.removeIf(one -> one.size() == 0);
        return differences;
    }

    /**
     * That everybody is the sum of a breakdown's groups, and of those in none of them; and that those with a size are
     * respondents, besides those without.
     */
    private List<Linear> sums() {
        Map<List<String>, Linear> sums = new LinkedHashMap<>();
        Map<List<String>, Variable> totals = new LinkedHashMap<>();
        List<Linear> known = new ArrayList<>();
        numbers.forEach((variable, number) -> {
            if (!variable.breakdown().equals(Breakdown.TOTAL)) {
                List<String> key = List.of(
                        variable.topic().question(),
                        variable.topic().item(),
                        variable.topic().weighting(),
                        variable.part(),
                        variable.breakdown());
                sums.merge(key, Linear.sum(number), (some, one) -> some.plus(1, one));
                totals.put(key, variable.in(Breakdown.TOTAL, Breakdown.TOTAL));
            }
            Integer all =
                    variable.topic().weighting().isEmpty() || variable.part().equals(SUM)
                            ? null
                            : numbers.get(variable.unsized());
            if (all != null) {
                known.add(withRest(all, Linear.sum(number)));
            }
        });
        sums.forEach((key, groups) -> {
            Integer total = numbers.get(totals.get(key));
            if (total != null) {
                known.add(withRest(total, groups));
            }
        });
        return known;
    }

    /**
     * That a group is the sum of those which a finer breakdown makes of its codes, with what these leave over, and an answer
     * that of a finer question's.
     */
    private List<Linear> nested() {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        Map<Topic, Set<String>> parts = new LinkedHashMap<>();
        for (Variable one : numbers.keySet()) {
            groups.computeIfAbsent(one.breakdown(), fresh -> new LinkedHashSet<>())
                    .add(one.group());
            parts.computeIfAbsent(one.topic(), fresh -> new LinkedHashSet<>()).add(one.part());
        }
        List<Linear> known = new ArrayList<>();
        groups.forEach((one, ids) -> groups.forEach((finer, some) -> {
            if (!one.equals(finer)) {
                coding(one)
                        .takesIn(ids, coding(finer), some)
                        .forEach((group, within) -> known.addAll(sums(
                                variable -> variable.breakdown().equals(one)
                                        && variable.group().equals(group),
                                variable -> within.stream().map(inner -> variable.in(finer, inner)))));
            }
        }));
        parts.forEach((one, ids) -> parts.forEach((finer, some) -> {
            if (!one.equals(finer) && one.weighting().equals(finer.weighting())) {
                coding(one)
                        .takesIn(ids, coding(finer), some)
                        .forEach((part, within) -> known.addAll(sums(
                                variable -> variable.topic().equals(one)
                                        && variable.part().equals(part),
                                variable -> within.stream().map(inner -> variable.of(finer, inner)))));
            }
        }));
        return known;
    }

    private Coding coding(String breakdown) {
        return Coding.of(survey.breakdowns().get(breakdown));
    }

    private Coding coding(Topic topic) {
        return Coding.of(survey.questions().get(topic.question()), topic.item());
    }

    /** That some numbers are the sums of others, and of a rest where they leave one over. */
    private List<Linear> sums(Predicate<Variable> wholes, Function<Variable, Stream<Variable>> parts) {
        List<Linear> known = new ArrayList<>();
        numbers.forEach((variable, number) -> {
            if (wholes.test(variable)) {
                int[] within = parts.apply(variable)
                        .map(numbers::get)
                        .filter(Objects::nonNull)
                        .mapToInt(one -> one)
                        .toArray();
                Linear sum = Linear.sum(within);
                // texts may mislead: a part is never more than the whole
                if (within.length > 0 && sum.at(values()) <= values.get(number)) {
                    known.add(withRest(number, sum));
                }
            }
        });
        return known;
    }

    /** That a whole is the sum of some parts, and of a rest where they do not add up to it. */
    private Linear withRest(int whole, Linear parts) {
        Linear rest = Linear.sum(whole).plus(-1, parts);
        double inNone = rest.at(values());
        if (inNone == 0) {
            return rest;
        }
        values.add(inNone);
        return rest.plus(-1, Linear.sum(values.size() - 1));
    }

    /** By number. */
    double[] values() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
