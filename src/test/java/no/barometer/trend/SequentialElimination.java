package no.barometer.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Withholding by the algorithm of the R package GaussSuppression: what might be published is gone through from the largest
 * to the smallest, and left out where with all that was let through before it would give a small count exactly. Zeros come
 * first, as with {@code protectZeros = FALSE}.
 */
final class SequentialElimination {
    private final Map<Integer, Linear> solved = new TreeMap<>();
    private final List<Linear> secrets;

    private SequentialElimination(Set<Linear> secrets) {
        this.secrets = new ArrayList<>(secrets);
    }

    static BitSet withheld(MadeUpQuestion question, int threshold) {
        Set<Linear> secrets = Attacker.secrets(question, threshold);
        SequentialElimination elimination = new SequentialElimination(secrets);
        question.known().forEach(elimination::publish);
        Map<Linear, Double> candidates = new LinkedHashMap<>();
        for (Disclosure.Line line : question.lines()) {
            if (!isPrimary(line, secrets)) {
                double base = line.base().at(question.counts());
                double figure = line.count() ? line.figure().at(question.counts()) : base;
                candidates.merge(line.base(), 1e9 + base, Math::max);
                candidates.merge(line.figure(), figure == 0 ? 1e8 : figure, Math::max);
            }
        }
        List<Linear> refused = candidates.keySet().stream()
                .sorted(Comparator.comparing(one -> -candidates.getOrDefault(one, 0.0)))
                .filter(one -> !elimination.publish(one))
                .toList();
        BitSet withheld = new BitSet();
        for (int i = 0; i < question.lines().size(); i++) {
            Disclosure.Line line = question.lines().get(i);
            withheld.set(
                    i, isPrimary(line, secrets) || refused.contains(line.base()) || refused.contains(line.figure()));
        }
        return withheld;
    }

    private static boolean isPrimary(Disclosure.Line line, Set<Linear> secrets) {
        return secrets.contains(line.base())
                || (line.count()
                        && (secrets.contains(line.figure())
                                || secrets.contains(line.base().plus(-1, line.figure()))));
    }

    /** Publishes a function, unless that would give a secret. */
    private boolean publish(Linear function) {
        Linear rest = function;
        for (int variable : function.variables()) {
            rest = rest.substitute(variable, solved.getOrDefault(variable, Linear.sum(variable)));
        }
        if (rest.size() == 0) {
            return true;
        }
        Linear news = rest;
        if (secrets.stream().anyMatch(one -> isMultiple(one, news))) {
            return false;
        }
        int pivot = rest.variables()[0];
        Linear expression = rest.solvedFor(pivot);
        solved.replaceAll((variable, row) -> row.substitute(pivot, expression));
        secrets.replaceAll(one -> one.substitute(pivot, expression));
        solved.put(pivot, expression);
        return true;
    }

    private static boolean isMultiple(Linear one, Linear other) {
        return Arrays.equals(one.variables(), other.variables())
                && one.plus(-one.coefficients()[0] / other.coefficients()[0], other)
                                .size()
                        == 0;
    }
}
