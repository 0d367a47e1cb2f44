package no.barometer.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Item;
import no.barometer.survey.Labels;
import no.barometer.survey.Question;
import no.barometer.survey.Slug;
import no.barometer.survey.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a column is read: the texts and codes of each group, or of each answer. Two codings of one column tell of each other,
 * since a group is the sum of the finer ones whose codes it takes in.
 */
final class Coding {
    private final String column;
    private final Map<String, Set<String>> codes = new HashMap<>();

    private Coding(String column) {
        this.column = column;
    }

    static Coding of(@Nullable Breakdown breakdown) {
        Coding coding = new Coding(breakdown == null ? "" : Labels.key(breakdown.column()));
        if (breakdown != null) {
            breakdown.groups().forEach(group -> coding.put(group.id(), group.text(), group.as()));
        }
        return coding;
    }

    static Coding of(@Nullable Question question, String item) {
        Coding coding = new Coding(question == null ? "" : column(question, item));
        if (question != null) {
            question.answers().forEach(answer -> coding.put(answer.id(), answer.text(), answer.as()));
            question.missing().forEach(answer -> coding.put(answer.id(), answer.text(), answer.as()));
        }
        return coding;
    }

    /** The columns that a question's answers are read from. */
    static List<String> columns(Question question) {
        List<String> items = question.items().stream().map(Item::id).toList();
        return Stream.concat(Stream.of(""), items.stream())
                .map(item -> column(question, item))
                .filter(column -> !column.isEmpty())
                .toList();
    }

    /** The column of a question's item, or of the question; empty where there is none, or it holds several answers. */
    private static String column(Question question, String item) {
        return question.type().isMultiple()
                ? ""
                : Labels.key(question.item(item).map(Item::column).orElse(question.column()));
    }

    private void put(String id, Text text, List<String> as) {
        Set<String> all = codes.computeIfAbsent(id, fresh -> new TreeSet<>());
        all.add(id);
        Stream.concat(as.stream(), text.byLanguage().values().stream())
                .map(Slug::of)
                .forEach(all::add);
    }

    /** What is taken as delivered is its own code. */
    private Set<String> of(String id) {
        return codes.getOrDefault(id, Set.of(id));
    }

    /**
     * Which ids of a finer coding of the same column one of this takes in whole.
     *
     * @param ids that there are of this coding
     * @param finer that there are of the other
     */
    Map<String, List<String>> takesIn(Set<String> ids, Coding other, Set<String> finer) {
        Map<String, List<String>> within = new LinkedHashMap<>();
        if (column.isEmpty() || !column.equals(other.column)) {
            return within;
        }
        for (String one : finer) {
            List<String> around = ids.stream()
                    .filter(id -> of(id).stream().anyMatch(other.of(one)::contains))
                    .toList();
            if (around.size() == 1) {
                within.computeIfAbsent(around.get(0), fresh -> new ArrayList<>())
                        .add(one);
            }
        }
        return within;
    }
}
