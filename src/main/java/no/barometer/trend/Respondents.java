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
    /** What a number adds up to; nobody's count. */
    private static final String SUM = "\u0000sum";

    private final Map<Variable, Integer> numbers = new LinkedHashMap<>();
    private final List<Double> values = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    /** @param part id of an answer, of an option, {@link #VALID} or {@link #SUM} */
    private record Variable(String item, String breakdown, String group, String part) {}

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
        if (!seen.add(List.of(totals.item(), totals.breakdown(), totals.group(), totals.option()))) {
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
    }

    private void put(Totals totals, String part, double value) {
        Variable variable = new Variable(totals.item(), totals.breakdown(), totals.group(), part);
        if (numbers.putIfAbsent(variable, values.size()) == null) {
            values.add(value);
        }
    }

    private int number(Totals totals, String part) {
        Variable variable = new Variable(totals.item(), totals.breakdown(), totals.group(), part);
        return numbers.computeIfAbsent(variable, fresh -> {
            values.add(0.0);
            return values.size() - 1;
        });
    }

    /** That everybody is the sum of a breakdown's groups, and of those in none of them; to be asked for first. */
    List<Linear> known() {
        Map<List<String>, Linear> sums = new LinkedHashMap<>();
        numbers.forEach((variable, number) -> {
            if (!variable.breakdown().equals(Breakdown.TOTAL)) {
                sums.merge(
                        List.of(variable.item(), variable.part(), variable.breakdown()),
                        Linear.sum(number),
                        (some, one) -> some.plus(1, one));
            }
        });
        List<Linear> known = new ArrayList<>();
        sums.forEach((key, groups) -> {
            Integer total = numbers.get(new Variable(key.get(0), Breakdown.TOTAL, Breakdown.TOTAL, key.get(1)));
            if (total != null) {
                Linear rest = Linear.sum(total).plus(-1, groups);
                double inNone = rest.at(values());
                if (inNone != 0) {
                    values.add(inNone);
                    rest = rest.plus(-1, Linear.sum(values.size() - 1));
                }
                known.add(rest);
            }
        });
        return known;
    }

    /** By number. */
    double[] values() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
