package no.barometer.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.barometer.problem.Kind;

/** Reads the codebook: questions, then what refers from one to another, and breakdowns. */
final class CodebookReader {
    private final Texts texts;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Breakdown> breakdowns = new LinkedHashMap<>();
    private final Codebook codebook = new Codebook(
            questions,
            breakdowns,
            new Codebook.Declared(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>()));

    CodebookReader(Texts texts) {
        this.texts = texts;
    }

    Codebook read(Fields survey) {
        List<Value.Entry> entries = survey.get("questions").map(Value::entries).orElse(List.of());
        entries.forEach(this::question);
        entries.forEach(this::askedWhen);
        survey.get("breakdowns").map(Value::entries).orElse(List.of()).forEach(this::breakdown);
        return codebook;
    }

    private void question(Value.Entry entry) {
        String id = Names.id(entry.key());
        if (id.isEmpty() || alike(entry.key(), id, questions)) {
            return;
        }
        List<Item> items = new ArrayList<>();
        if (entry.value().isMap()) {
            for (ItemReader.Declared declared : entry.value()
                    .fields(Section.QUESTION)
                    .get("items")
                    .map(new ItemReader(texts)::read)
                    .orElse(List.of())) {
                items.add(declared.item());
                codebook.declared().items().put(id + "." + declared.item().id(), declared.at());
            }
        }
        questions.put(id, new QuestionReader(texts).read(id, entry.value(), items));
        codebook.declared().questions().put(id, entry.key());
    }

    private void askedWhen(Value.Entry entry) {
        Question question = questions.get(Slug.of(entry.key().key()));
        if (question == null || !entry.value().isMap()) {
            return;
        }
        Map<String, List<String>> when = new LinkedHashMap<>();
        entry.value().fields(Section.QUESTION).get("asked when").ifPresent(value -> {
            for (Value.Entry condition : value.entries()) {
                if (condition.key().key().equals(question.id())) {
                    condition.key().wrong("another question than this one");
                    continue;
                }
                codebook.question(condition.key()).ifPresent(other -> {
                    Question leading = Objects.requireNonNull(questions.get(other));
                    if (leading.items().isEmpty()) {
                        when.put(other, codebook.answers(other, condition.value()));
                    } else {
                        condition.key().wrong("a question without items");
                    }
                });
            }
        });
        if (!when.isEmpty()) {
            questions.put(question.id(), askedWhen(question, when));
        }
    }

    private void breakdown(Value.Entry entry) {
        String id = Names.id(entry.key());
        if (id.equals(Breakdown.TOTAL)) {
            entry.key().wrong("another id: everybody is always there as total");
            return;
        }
        if (id.isEmpty() || alike(entry.key(), id, breakdowns)) {
            return;
        }
        codebook.declared().breakdowns().put(id, entry.key());
        Value value = entry.value();
        if (!value.isMap() && !value.isNothing()) {
            breakdowns.put(id, new Breakdown(id, texts.read(value), List.of(), "", List.of()));
            return;
        }
        Fields fields = value.fields(Section.BREAKDOWN);
        Text text = texts.read(fields, "text");
        breakdowns.put(
                id,
                new Breakdown(
                        id,
                        text.isEmpty() ? texts.of(id) : text,
                        fields.texts("as"),
                        fields.text("column"),
                        fields.get("groups")
                                .map(new AnswerReader(texts)::groups)
                                .orElse(List.of())));
    }

    private static boolean alike(Value key, String id, Map<String, ?> others) {
        for (String other : others.keySet()) {
            if (other.replace('_', '-').equals(id.replace('_', '-'))) {
                key.fault(Kind.DUPLICATE_ID, "\"" + other + "\" and \"" + key.key() + "\"", "ids that differ");
                return true;
            }
        }
        return false;
    }

    private static Question askedWhen(Question question, Map<String, List<String>> when) {
        return new Question(
                question.id(),
                question.text(),
                question.as(),
                question.column(),
                question.type(),
                question.items(),
                question.answers(),
                question.missing(),
                question.chosen(),
                question.notChosen(),
                question.delimiter(),
                question.center(),
                question.unit(),
                when,
                question.about());
    }
}
