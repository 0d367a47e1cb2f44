package no.barometer.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Answer;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Item;
import no.barometer.survey.Label;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;

/** The ids of each dimension in the order of publication, with their texts: the codebook's first, then as delivered. */
final class Outline {
    private final Survey survey;
    private final Map<String, List<Label>> delivered = new LinkedHashMap<>();

    Outline(Survey survey, List<Label> labels) {
        this.survey = survey;
        for (Label label : labels) {
            delivered
                    .computeIfAbsent(key(label.kind(), label.parent()), fresh -> new ArrayList<>())
                    .add(label);
        }
    }

    private static String key(Label.Kind kind, String parent) {
        return kind + ":" + parent;
    }

    List<String> questions() {
        return joined(List.copyOf(survey.questions().keySet()), Label.Kind.QUESTION, "");
    }

    List<String> items(String question) {
        Question declared = survey.questions().get(question);
        List<String> ids = declared == null
                ? List.of()
                : declared.items().stream().map(Item::id).toList();
        return joined(ids, Label.Kind.ITEM, question);
    }

    /** Valid answers first, then those that are not. */
    List<String> answers(String question) {
        Question declared = survey.questions().get(question);
        List<String> ids = new ArrayList<>();
        if (declared != null) {
            declared.answers().forEach(answer -> ids.add(answer.id()));
        }
        List<String> all = joined(ids, Label.Kind.ANSWER, question);
        if (declared != null) {
            declared.missing().stream()
                    .map(Answer::id)
                    .filter(id -> !all.contains(id))
                    .forEach(all::add);
        }
        return all;
    }

    List<String> breakdowns() {
        return joined(List.copyOf(survey.breakdowns().keySet()), Label.Kind.BREAKDOWN, "");
    }

    List<String> groups(String breakdown) {
        if (breakdown.equals(Breakdown.TOTAL)) {
            return List.of(Breakdown.TOTAL);
        }
        Breakdown declared = survey.breakdowns().get(breakdown);
        List<String> ids = declared == null
                ? List.of()
                : declared.groups().stream().map(Breakdown.Group::id).toList();
        return joined(ids, Label.Kind.GROUP, breakdown);
    }

    private List<String> joined(List<String> declared, Label.Kind kind, String parent) {
        List<String> ids = new ArrayList<>(declared);
        for (Label label : delivered.getOrDefault(key(kind, parent), List.of())) {
            if (!ids.contains(label.id())) {
                ids.add(label.id());
            }
        }
        return ids;
    }

    /** Texts of everything that may stand in a table of a question. */
    Map<String, Text> labels(String question) {
        Map<String, Text> labels = new LinkedHashMap<>();
        labels.put("question:" + question, questionText(question));
        Text universe = universe(question);
        if (!universe.isEmpty()) {
            labels.put("universe:" + question, universe);
        }
        for (String item : items(question)) {
            labels.put("item:" + question + "." + item, text(Label.Kind.ITEM, question, item));
        }
        for (String answer : answers(question)) {
            labels.put("answer:" + question + "." + answer, text(Label.Kind.ANSWER, question, answer));
        }
        for (String breakdown : breakdowns()) {
            labels.put("breakdown:" + breakdown, text(Label.Kind.BREAKDOWN, "", breakdown));
            for (String group : groups(breakdown)) {
                labels.put("group:" + breakdown + "." + group, text(Label.Kind.GROUP, breakdown, group));
            }
        }
        return labels;
    }

    /** What deliveries say of who was asked a question: once, or by wave where they differ. */
    private Text universe(String question) {
        Map<String, List<String>> waves = new LinkedHashMap<>();
        for (Label label : delivered.getOrDefault(key(Label.Kind.UNIVERSE, question), List.of())) {
            waves.computeIfAbsent(label.text(), fresh -> new ArrayList<>()).add(label.id());
        }
        if (waves.isEmpty()) {
            return Text.NONE;
        }
        List<String> said = new ArrayList<>();
        waves.forEach((text, in) -> said.add(waves.size() == 1 ? text : text + " (" + String.join(", ", in) + ")"));
        return Text.of(survey.language(), String.join("; ", said));
    }

    /** The texts of all dimensions in the survey's first language, each with its place in the order of publication. */
    List<Label> dimensions() {
        List<Label> all = new ArrayList<>();
        add(all, Label.Kind.QUESTION, "", questions());
        for (String question : questions()) {
            add(all, Label.Kind.ITEM, question, items(question));
            add(all, Label.Kind.ANSWER, question, answers(question));
        }
        add(all, Label.Kind.BREAKDOWN, "", breakdowns());
        for (String breakdown : breakdowns()) {
            add(all, Label.Kind.GROUP, breakdown, groups(breakdown));
        }
        return all;
    }

    private void add(List<Label> all, Label.Kind kind, String parent, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            String text = text(kind, parent, ids.get(i)).in(survey.language());
            all.add(new Label(kind, parent, ids.get(i), text, i + 1));
        }
    }

    Text questionText(String question) {
        Text text = text(Label.Kind.QUESTION, "", question);
        return question.equals(survey.id()) && text.in(survey.language()).equals(question) ? survey.title() : text;
    }

    private Text text(Label.Kind kind, String parent, String id) {
        Text declared = declared(kind, parent, id);
        if (!declared.isEmpty()) {
            return declared;
        }
        return delivered.getOrDefault(key(kind, parent), List.of()).stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .map(label -> Text.of(survey.language(), label.text()))
                .orElse(Text.of(survey.language(), id));
    }

    private Text declared(Label.Kind kind, String parent, String id) {
        Question question = survey.questions().get(kind == Label.Kind.QUESTION ? id : parent);
        Breakdown breakdown = survey.breakdowns().get(kind == Label.Kind.BREAKDOWN ? id : parent);
        return switch (kind) {
            case QUESTION -> question == null ? Text.NONE : question.text();
            case ITEM ->
                question == null ? Text.NONE : question.item(id).map(Item::text).orElse(Text.NONE);
            case ANSWER ->
                question == null
                        ? Text.NONE
                        : question.answer(id)
                                .or(() -> question.missing().stream()
                                        .filter(answer -> answer.id().equals(id))
                                        .findFirst())
                                .map(Answer::text)
                                .orElse(Text.NONE);
            case UNIVERSE -> Text.NONE;
            case BREAKDOWN -> breakdown == null ? Text.NONE : breakdown.text();
            case GROUP ->
                breakdown == null
                        ? Text.NONE
                        : breakdown.groups().stream()
                                .filter(group -> group.id().equals(id))
                                .findFirst()
                                .map(Breakdown.Group::text)
                                .orElse(Text.NONE);
        };
    }
}
