package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The questions and breakdowns of a definition, for all that refers to them. Where none are declared they are taken as
 * delivered, and any id will do.
 *
 * @param declared where they stand in the definition
 */
record Codebook(Map<String, Question> questions, Map<String, Breakdown> breakdowns, Declared declared) {

    /** Where questions and breakdowns stand by id, and items by {@code question.item}. */
    record Declared(Map<String, Value> questions, Map<String, Value> items, Map<String, Value> breakdowns) {}

    /** The id of a question; an unknown one is a fault. */
    Optional<String> question(Value value) {
        return known(value, List.copyOf(questions.keySet()));
    }

    /** The id of a breakdown; an unknown one is a fault. */
    Optional<String> breakdown(Value value) {
        return known(value, List.copyOf(breakdowns.keySet()));
    }

    /** The id of an item of one of the questions, of any if none are named. */
    Optional<String> item(Value value, List<String> of) {
        List<String> known = questions.values().stream()
                .filter(question -> of.isEmpty() || of.contains(question.id()))
                .flatMap(question -> question.items().stream())
                .map(Item::id)
                .distinct()
                .toList();
        return known(value, known);
    }

    /** The id of an answer that is named by id, code or text; an unknown one is a fault. */
    Optional<String> answer(String question, Value value) {
        Question asked = questions.get(question);
        if (asked == null || asked.asDelivered()) {
            String id = value.isText() ? Names.slug(value, value.text()) : "";
            if (!value.isText()) {
                value.wrong("an answer");
            }
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        }
        return answer(value, answers(asked));
    }

    /** The ids of the answers named, one or a list. */
    List<String> answers(String question, Value value) {
        return value.oneOrMany().stream()
                .flatMap(one -> answer(question, one).stream())
                .toList();
    }

    /** The id of one of these answers that is named by id, code or text; an unknown one is a fault. */
    Optional<String> answer(Value value, List<Answer> answers) {
        if (!value.isText()) {
            value.wrong("an answer");
            return Optional.empty();
        }
        Optional<String> found = find(value.text(), answers);
        if (found.isEmpty()) {
            value.unknown(Stream.concat(
                            answers.stream().map(Answer::id),
                            answers.stream().flatMap(answer -> answer.text().byLanguage().values().stream()))
                    .distinct()
                    .toList());
        }
        return found;
    }

    /** All answers of a question, the missing ones too. */
    static List<Answer> answers(Question question) {
        List<Answer> all = new ArrayList<>(question.answers());
        all.addAll(question.missing());
        return all;
    }

    /** The groups of a breakdown, as answers are looked up. */
    static List<Answer> groups(Breakdown breakdown) {
        return breakdown.groups().stream()
                .map(group -> new Answer(group.id(), group.text(), group.as(), "", OptionalDouble.empty(), Text.NONE))
                .toList();
    }

    private static Optional<String> find(String name, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.id().equals(name))
                .findFirst()
                .or(() -> answers.stream()
                        .filter(answer -> Names.spellings(answer.text(), answer.as()).stream()
                                .anyMatch(text -> Labels.key(text).equals(Labels.key(name))))
                        .findFirst())
                .map(Answer::id);
    }

    private static Optional<String> known(Value value, List<String> known) {
        if (!value.isText()) {
            value.wrong("an id");
            return Optional.empty();
        }
        String id = value.text();
        if (known.isEmpty()) {
            return Optional.of(Names.id(value)).filter(slug -> !slug.isEmpty());
        }
        if (!known.contains(id)) {
            value.unknown(known);
            return Optional.empty();
        }
        return Optional.of(id);
    }
}
