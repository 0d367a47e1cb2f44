package no.barometer.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/**
 * Which answers each wave offers to each question. Where they differ from the wave before, figures are not compared until
 * the definition says whether that is a break. Another spelling that the codebook lists is the same answer; of respondents
 * only answers that no codebook declares are held against each other, since one that nobody gave may still be offered.
 */
public final class Fingerprints {
    private final Material material;
    /** Answers by question and wave. */
    private final Map<String, SortedMap<Wave, Set<String>>> printed = new LinkedHashMap<>();

    private final Map<String, SortedMap<Wave, Set<String>>> given = new LinkedHashMap<>();
    private final Map<List<String>, Location> places = new HashMap<>();

    private Fingerprints(Material material) {
        this.material = material;
        Observation before = null;
        for (Observation one : material.observations()) {
            add(one, before);
            before = one;
        }
        material.totals().forEach(this::add);
    }

    /** A question whose answers change in a wave, which the definition does not mention. */
    private record Undeclared(String question, Wave wave, Wave before, Set<String> gone, Set<String> added) {}

    /** One fault for each question, at the first wave with other answers; figures from there on are left out. */
    public static List<Problem> problems(Material material) {
        Fingerprints fingerprints = new Fingerprints(material);
        return fingerprints.undeclared().stream().map(fingerprints::problem).toList();
    }

    /** By question the first wave whose figures are left out. */
    static Map<String, Wave> firstLeftOut(Material material) {
        Map<String, Wave> first = new HashMap<>();
        new Fingerprints(material)
                .undeclared()
                .forEach(one -> first.merge(
                        one.question(), one.wave(), (some, other) -> some.compareTo(other) < 0 ? some : other));
        return first;
    }

    /** @param before the one that was added before it; most differ in their group only */
    private void add(Observation one, @Nullable Observation before) {
        if (before != null
                && one.wave().equals(before.wave())
                && one.answer().equals(before.answer())
                && one.question().equals(before.question())) {
            return;
        }
        Wave wave = material.waves().get(one.wave());
        if (wave != null && !one.answer().isEmpty() && !isMissing(one.question(), one.answer())) {
            answers(printed, one.question(), wave).add(one.answer());
            places.computeIfAbsent(
                    List.of(one.question(), one.wave()), fresh -> one.source().location());
        }
    }

    private void add(Totals one) {
        Wave wave = material.waves().get(one.wave());
        Question question = material.survey().questions().get(one.question());
        if (wave == null
                || question == null
                || !question.asDelivered()
                || one.number()
                || !one.weighting().isEmpty()) {
            return;
        }
        Set<String> answers = answers(given, one.question(), wave);
        if (!one.option().isEmpty()) {
            answers.add(one.option());
            return;
        }
        for (int i = 0; i < one.parts().size(); i++) {
            if (one.valid()[i]) {
                answers.add(one.parts().get(i));
            }
        }
    }

    private static Set<String> answers(Map<String, SortedMap<Wave, Set<String>>> of, String question, Wave wave) {
        return of.computeIfAbsent(question, fresh -> new TreeMap<>()).computeIfAbsent(wave, fresh -> new TreeSet<>());
    }

    private boolean isMissing(String question, String answer) {
        Question declared = material.survey().questions().get(question);
        return declared != null
                && declared.missing().stream().anyMatch(one -> one.id().equals(answer));
    }

    private List<Undeclared> undeclared() {
        List<Undeclared> found = new ArrayList<>();
        for (Map<String, SortedMap<Wave, Set<String>>> kind : List.of(printed, given)) {
            kind.forEach((question, byWave) -> {
                Undeclared first = first(question, byWave);
                if (first != null) {
                    found.add(first);
                }
            });
        }
        return found;
    }

    private @Nullable Undeclared first(String question, SortedMap<Wave, Set<String>> byWave) {
        Map.Entry<Wave, Set<String>> before = null;
        for (Map.Entry<Wave, Set<String>> now : byWave.entrySet()) {
            if (before != null && !before.getValue().equals(now.getValue()) && !said(question, now.getKey())) {
                return new Undeclared(
                        question,
                        now.getKey(),
                        before.getKey(),
                        without(before.getValue(), now.getValue()),
                        without(now.getValue(), before.getValue()));
            }
            before = now;
        }
        return null;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private boolean said(String question, Wave wave) {
        return material.survey().breaks().stream()
                .anyMatch(one -> one.wave().equals(wave.id())
                        && (one.questions().isEmpty() || one.questions().contains(question)));
    }

    private Problem problem(Undeclared one) {
        Location at = places.getOrDefault(
                List.of(one.question(), one.wave().id()),
                Location.of(material.respondentFiles()
                        .getOrDefault(one.wave().id(), List.of(""))
                        .get(0)));
        List<String> differences = new ArrayList<>();
        if (!one.gone().isEmpty()) {
            differences.add("without " + String.join(", ", one.gone()));
        }
        if (!one.added().isEmpty()) {
            differences.add("with " + String.join(", ", one.added()));
        }
        return new Problem(
                Kind.ANSWERS_CHANGED,
                at,
                material.survey().id(),
                one.question() + " in " + one.wave().id() + " " + String.join(" and ", differences),
                "the answers of " + one.before().id());
    }
}
