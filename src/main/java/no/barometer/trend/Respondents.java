package no.barometer.trend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Totals;

/** The unweighted numbers of respondents behind the figures of one wave and question, as numbered variables. */
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
    /** By item how many were asked in each group. */
    private final Map<String, Map<List<String>, Linear>> asked = new LinkedHashMap<>();

    /**
     * A number of respondents.
     *
     * @param part id of an answer, of an option, {@link #VALID} or {@link #SUM}
     * @param weighting as of {@link Totals}: by size those are left out who have none
     */
    private record Variable(String item, String breakdown, String group, String part, String weighting) {
        static Variable of(Totals totals, String part) {
            return new Variable(totals.item(), totals.breakdown(), totals.group(), part, totals.weighting());
        }

        Variable in(String ofBreakdown, String ofGroup) {
            return new Variable(item, ofBreakdown, ofGroup, part, weighting);
        }

        Variable unsized() {
            return new Variable(item, breakdown, group, part, "");
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
        if (!seen.add(
                List.of(totals.item(), totals.breakdown(), totals.group(), totals.option(), totals.weighting()))) {
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
        asked.computeIfAbsent(totals.item() + '\n' + totals.weighting(), fresh -> new LinkedHashMap<>())
                .putIfAbsent(List.of(totals.breakdown(), totals.group()), base(totals, BaseKind.ASKED));
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
        known.addAll(choices);
        known.addAll(sameForAllItems());
        return known;
    }

    /** That each item was asked of the same respondents as the first, if in all groups as many were. */
    private List<Linear> sameForAllItems() {
        List<Linear> same = new ArrayList<>();
        double[] counts = values();
        Map<List<String>, Linear> first =
                asked.isEmpty() ? Map.of() : asked.values().iterator().next();
        for (Map<List<String>, Linear> item : asked.values()) {
            List<Linear> differences = new ArrayList<>();
            item.forEach((group, number) -> differences.add(number.plus(-1, first.getOrDefault(group, Linear.NONE))));
            if (differences.stream().allMatch(one -> one.at(counts) == 0)) {
                differences.removeIf(one -> one.size() == 0);
                same.addAll(differences);
            }
        }
        return same;
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
                List<String> key =
                        List.of(variable.item(), variable.part(), variable.breakdown(), variable.weighting());
                sums.merge(key, Linear.sum(number), (some, one) -> some.plus(1, one));
                totals.put(key, variable.in(Breakdown.TOTAL, Breakdown.TOTAL));
            }
            Integer all = variable.weighting().isEmpty() || variable.part().equals(SUM)
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
