package no.barometer.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Answer;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Item;
import no.barometer.survey.Label;
import no.barometer.survey.Labels;
import no.barometer.survey.Question;
import no.barometer.survey.Slug;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import org.jspecify.annotations.Nullable;

/** From the texts of a file to the ids of the codebook; texts that no codebook declares become labels with ids made of them. */
final class Codebook {
    private final Survey survey;
    private final Block block;
    private final Index questions = new Index();
    private final Map<String, Index> items = new LinkedHashMap<>();
    private final Map<String, Index> answers = new HashMap<>();
    private final Index breakdowns = new Index();
    private final Map<String, Index> groups = new HashMap<>();
    private final Map<Delivered, Label> labels = new LinkedHashMap<>();

    Codebook(Survey survey, Block block) {
        this.survey = survey;
        this.block = block;
        for (Question question : survey.questions().values()) {
            if (block.holds(question.id())) {
                questions.put(question.id(), question.id(), question.text(), question.as());
            }
            Index itemIndex = new Index();
            for (Item item : question.items()) {
                itemIndex.put(item.id(), item.id(), item.text(), item.as());
            }
            items.put(question.id(), itemIndex);
            Index answerIndex = new Index();
            for (Answer answer : question.answers()) {
                answerIndex.put(answer.id(), answer.id(), answer.text(), answer.as());
            }
            for (Answer answer : question.missing()) {
                answerIndex.put(answer.id(), answer.id(), answer.text(), answer.as());
            }
            answers.put(question.id(), answerIndex);
        }
        for (Breakdown breakdown : survey.breakdowns().values()) {
            breakdowns.put(breakdown.id(), breakdown.id(), breakdown.text(), breakdown.as());
            Index groupIndex = new Index();
            for (Breakdown.Group group : breakdown.groups()) {
                groupIndex.put(group.id(), group.id(), group.text(), group.as());
            }
            groups.put(breakdown.id(), groupIndex);
        }
    }

    /** What a label of a file stands for. */
    private record Delivered(Label.Kind kind, String parent, String id) {}

    /** A resolved text: an id, or the texts that were expected instead. */
    record Match(@Nullable String id, List<String> known) {
        static Match of(String id) {
            return new Match(id, List.of());
        }
    }

    /**
     * The question (and item, where an item's text says all) of a text.
     *
     * @param known the texts that were expected instead
     * @param several the questions that have an item of this text, where it does not say which one is meant
     */
    record QuestionMatch(@Nullable String question, String item, List<String> known, List<String> several) {
        static QuestionMatch of(@Nullable String question, String item) {
            return new QuestionMatch(question, item, List.of(), List.of());
        }

        /** Whether the text means no question at all. */
        boolean unknown() {
            return question == null && several.isEmpty();
        }
    }

    /** A group of a breakdown. */
    record Grouped(String breakdown, String group) {}

    QuestionMatch question(String text, long position) {
        if (survey.asDelivered()) {
            Match match = delivered(Label.Kind.QUESTION, "", text, position);
            return QuestionMatch.of(match.id(), "");
        }
        String id = questions.find(text);
        return id != null ? QuestionMatch.of(id, "") : questionOfItem(text);
    }

    /** The only question of the block that has an item of this text. */
    private QuestionMatch questionOfItem(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        items.forEach((question, index) -> {
            String item = block.holds(question) ? index.find(text) : null;
            if (item != null) {
                found.put(question, item);
            }
        });
        if (found.size() == 1) {
            Map.Entry<String, String> only = found.entrySet().iterator().next();
            return QuestionMatch.of(only.getKey(), only.getValue());
        }
        return new QuestionMatch(null, "", questions.known(), List.copyOf(found.keySet()));
    }

    Match item(String question, String text, long position) {
        Index index = items.get(question);
        Match spelt = spelling(question, text);
        if (spelt != null) {
            return spelt;
        }
        if (index == null || index.isEmpty()) {
            return delivered(Label.Kind.ITEM, question, text, position);
        }
        return index.match(text);
    }

    /** The answer (or missing answer) of a question that a text means. */
    Match answer(String question, String item, String text, long position) {
        Match spelt = spelling(item.isEmpty() ? question : question + "." + item, text);
        if (spelt == null && !item.isEmpty()) {
            spelt = spelling(question, text);
        }
        if (spelt != null) {
            return spelt;
        }
        Question declared = survey.questions().get(question);
        Index index = answers.get(question);
        if (index == null || declared == null || declared.asDelivered()) {
            String missing = index == null ? null : index.find(text);
            return missing != null ? Match.of(missing) : delivered(Label.Kind.ANSWER, question, text, position);
        }
        return index.match(text);
    }

    Match breakdown(String text, long position) {
        String id = breakdowns.find(text);
        if (id != null) {
            return Match.of(id);
        }
        return survey.breakdowns().isEmpty()
                ? delivered(Label.Kind.BREAKDOWN, "", text, position)
                : new Match(null, breakdowns.known());
    }

    Match group(String breakdown, String text, long position) {
        Match spelt = spelling(breakdown, text);
        if (spelt != null) {
            return spelt;
        }
        if (survey.breakdowns().isEmpty()) {
            // one that the block names and nothing else does
            labels.putIfAbsent(
                    new Delivered(Label.Kind.BREAKDOWN, "", breakdown),
                    new Label(Label.Kind.BREAKDOWN, "", breakdown, breakdown, position));
        }
        Index index = groups.get(breakdown);
        if (index == null || index.isEmpty()) {
            return delivered(Label.Kind.GROUP, breakdown, text, position);
        }
        return index.match(text);
    }

    /** The only breakdown that has a group of this text, as {@code [breakdown, group]}. */
    List<String> breakdownOfGroup(String text) {
        List<String> found = List.of();
        for (Map.Entry<String, Index> breakdown : groups.entrySet()) {
            String group = breakdown.getValue().find(text);
            if (group != null) {
                if (!found.isEmpty()) {
                    return List.of();
                }
                found = List.of(breakdown.getKey(), group);
            }
        }
        return found;
    }

    List<Label> labels() {
        return new ArrayList<>(labels.values());
    }

    /** The two different texts that would have one id, or nothing. */
    @Nullable
    String collision(Label.Kind kind, String parent, String text) {
        return collision(labels.get(new Delivered(kind, parent, Slug.of(text))), text);
    }

    private static @Nullable String collision(@Nullable Label first, String text) {
        return first == null
                        || first.text().equals(text)
                        || Labels.key(first.text()).equals(Labels.key(text))
                ? null
                : first.text();
    }

    private @Nullable Match spelling(String key, String text) {
        Map<String, String> spellings = block.spellings().get(key);
        if (spellings == null) {
            return null;
        }
        String wanted = Labels.key(text);
        for (Map.Entry<String, String> spelling : spellings.entrySet()) {
            if (Labels.key(spelling.getKey()).equals(wanted)) {
                return Match.of(spelling.getValue());
            }
        }
        return null;
    }

    /** Keeps what a delivery says first of who was asked. */
    void universe(String question, String wave, String text, long position) {
        labels.putIfAbsent(
                new Delivered(Label.Kind.UNIVERSE, question, wave),
                new Label(Label.Kind.UNIVERSE, question, wave, text, position));
    }

    private Match delivered(Label.Kind kind, String parent, String text, long position) {
        String id = Slug.of(text);
        Delivered key = new Delivered(kind, parent, id);
        Label first = labels.get(key);
        if (id.isEmpty() || collision(first, text) != null) {
            return new Match(null, List.of());
        }
        if (first == null) {
            labels.put(key, new Label(kind, parent, id, Labels.tidy(text), position));
        }
        return Match.of(id);
    }

    /** Known texts of one dimension. */
    private static final class Index {
        private final Map<String, String> byKey = new HashMap<>();
        private final Map<TextPattern.Glob, String> patterns = new LinkedHashMap<>();
        private final List<String> known = new ArrayList<>();

        void put(String id, String key, Text text, List<String> as) {
            byKey.putIfAbsent(Labels.key(key), id);
            for (String one : text.byLanguage().values()) {
                add(id, one);
            }
            for (String one : as) {
                add(id, one);
            }
        }

        private void add(String id, String text) {
            known.add(text);
            byKey.put(Labels.key(text), id);
            if (TextPattern.isPattern(text)) {
                patterns.put(TextPattern.Glob.of(text), id);
            }
        }

        @Nullable
        String find(String text) {
            String key = Labels.key(text);
            String id = byKey.get(key);
            if (id != null) {
                return id;
            }
            for (Map.Entry<TextPattern.Glob, String> pattern : patterns.entrySet()) {
                if (pattern.getKey().matches(key)) {
                    return pattern.getValue();
                }
            }
            return null;
        }

        Match match(String text) {
            return new Match(find(text), known);
        }

        List<String> known() {
            return known;
        }

        boolean isEmpty() {
            return known.isEmpty();
        }
    }
}
