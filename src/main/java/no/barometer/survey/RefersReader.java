package no.barometer.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a block says about questions, items, answers and breakdowns: their spellings and columns in its files. */
record RefersReader(Codebook codebook) {

    /** Text in the files to answer or group id, by question, {@code question.item} or breakdown. */
    Map<String, Map<String, String>> spellings(Value value) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Value.Entry entry : value.entries()) {
            String name = entry.key().key();
            Optional<List<Answer>> answers = answers(name);
            if (answers.isEmpty()) {
                entry.key().unknown(known(false));
                continue;
            }
            Map<String, String> spellings = new LinkedHashMap<>();
            for (Value.Entry spelling : entry.value().entries()) {
                Optional<String> id = answers.get().isEmpty()
                        ? Optional.of(
                                Names.slug(spelling.value(), spelling.value().text()))
                        : codebook.answer(spelling.value(), answers.get());
                id.ifPresent(known -> spellings.put(spelling.key().key(), known));
            }
            all.put(name, spellings);
        }
        return all;
    }

    /** Header in the files, by question, {@code question.item}, {@code question.answer} or breakdown. */
    Map<String, String> columns(Value value) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> known = known(true);
        for (Value.Entry entry : value.entries()) {
            String name = entry.key().key();
            if (!known.contains(name) && !ofDelivered(name)) {
                entry.key().unknown(known);
            }
            columns.put(name, entry.value().text());
        }
        return columns;
    }

    /** The answers or groups a text may stand for; none listed if they are taken as delivered. */
    private Optional<List<Answer>> answers(String name) {
        Question question = codebook.questions().get(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        if (question != null && (!name.contains(".") || known(false).contains(name))) {
            return Optional.of(Codebook.answers(question));
        }
        Breakdown breakdown = codebook.breakdowns().get(name);
        if (breakdown != null) {
            return Optional.of(Codebook.groups(breakdown));
        }
        return ofDelivered(name) ? Optional.of(List.of()) : Optional.empty();
    }

    private boolean ofDelivered(String name) {
        String of = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Question question = codebook.questions().get(of);
        return codebook.questions().isEmpty()
                || (question != null && question.asDelivered() && name.contains("."))
                || (codebook.breakdowns().isEmpty()
                        && !name.contains(".")
                        && Slug.of(name).equals(name));
    }

    private List<String> known(boolean withAnswers) {
        List<String> known = new ArrayList<>(codebook.questions().keySet());
        known.addAll(codebook.breakdowns().keySet());
        for (Question question : codebook.questions().values()) {
            question.items().forEach(item -> known.add(question.id() + "." + item.id()));
            if (withAnswers) {
                Codebook.answers(question).forEach(answer -> known.add(question.id() + "." + answer.id()));
            }
        }
        return known;
    }
}
