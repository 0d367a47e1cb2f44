package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.layout.Cells.Shape;
import no.barometer.layout.Cells.Variable;
import no.barometer.survey.Answer;
import no.barometer.survey.Block;
import no.barometer.survey.Item;
import no.barometer.survey.Labels;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;

/**
 * A variable of microdata bound to the columns it is read from.
 *
 * @param index of its variable
 * @param sized index of the variable in which weights are multiplied by the size, or {@link #NONE}
 * @param columns one column; of a multiple-response question with a column an option all of them
 * @param options id of the option that each column stands for; empty where its text says it
 */
record Probe(
        int index,
        int sized,
        Variable variable,
        Question question,
        List<Integer> columns,
        List<String> options,
        Coder coder) {

    static final int NONE = -1;

    /** The same, with a second variable for each question that a table weighs by size. */
    static List<Probe> sized(List<Probe> probes, Survey survey) {
        Set<String> questions = survey.tables().values().stream()
                .filter(table -> table.weighting().equals(Table.BY_SIZE))
                .map(Table::question)
                .collect(Collectors.toSet());
        List<Probe> all = new ArrayList<>();
        int next = probes.size();
        for (Probe probe : probes) {
            boolean twice = questions.contains(probe.question().id());
            all.add(new Probe(
                    probe.index(),
                    twice ? next++ : NONE,
                    probe.variable(),
                    probe.question(),
                    probe.columns(),
                    probe.options(),
                    probe.coder()));
        }
        return all;
    }

    /** The variables of probes: first those by weight, then those by size. */
    static List<Variable> variables(List<Probe> probes) {
        return Stream.concat(
                        probes.stream().map(Probe::variable),
                        probes.stream()
                                .filter(probe -> probe.sized() != NONE)
                                .map(probe -> probe.variable().weightedBy(Table.BY_SIZE)))
                .toList();
    }

    /** Binds all questions that the block's files hold. */
    static List<Probe> bind(Map<String, Question> questions, Block block, Columns columns, Codebook codebook) {
        List<Probe> probes = new ArrayList<>();
        for (Question question : questions.values()) {
            if (!block.holds(question.id())) {
                continue;
            }
            if (question.items().isEmpty()) {
                bind(question, "", column(block, question.id(), question.column()), block, columns, codebook, probes);
            }
            for (Item item : question.items()) {
                String name = column(block, question.id() + "." + item.id(), item.column());
                bind(question, item.id(), name, block, columns, codebook, probes);
            }
        }
        return probes;
    }

    private static void bind(
            Question question,
            String item,
            String column,
            Block block,
            Columns columns,
            Codebook codebook,
            List<Probe> probes) {
        List<Integer> places = new ArrayList<>();
        List<String> options = new ArrayList<>();
        if (question.type() == Question.Type.DUMMIES || question.type() == Question.Type.OPTION_TEXT) {
            options(question, column, block, columns, codebook, places, options);
        } else if (!column.isEmpty()) {
            places.add(columns.require(column));
        }
        if (places.isEmpty() || places.contains(0)) {
            return;
        }
        Variable variable = new Variable(
                question.id(),
                item,
                question.type() == Question.Type.NUMBER
                        ? Shape.NUMBER
                        : question.type().isMultiple() ? Shape.MULTIPLE : Shape.SINGLE,
                question.center(),
                question.answers().stream().map(Answer::id).toList(),
                question.missing().stream().map(Answer::id).toList(),
                "");
        int first = places.get(0);
        Coder coder = new Coder(block, text -> codebook.answer(question.id(), item, text, first));
        probes.add(new Probe(probes.size(), NONE, variable, question, places, options, coder));
    }

    /** The columns of a question with one column an option: named answer by answer, or all that match its pattern. */
    private static void options(
            Question question,
            String pattern,
            Block block,
            Columns columns,
            Codebook codebook,
            List<Integer> places,
            List<String> options) {
        for (Answer answer : Stream.concat(question.answers().stream(), question.missing().stream())
                .toList()) {
            String name = column(block, question.id() + "." + answer.id(), answer.column());
            if (!name.isEmpty()) {
                places.add(columns.require(name));
                options.add(answer.id());
            }
        }
        boolean named = question.answers().stream().anyMatch(answer -> options.contains(answer.id()));
        if (named || !pattern.contains("*")) {
            return;
        }
        boolean dummies = question.type() == Question.Type.DUMMIES;
        columns.matching(pattern).forEach((column, star) -> {
            Codebook.Match match = dummies ? codebook.answer(question.id(), "", star, column) : Codebook.Match.of("");
            if (match.id() == null) {
                columns.unknownOption(column, star, match.known());
            } else {
                places.add(column);
                options.add(match.id());
            }
        });
        if (dummies && !options.isEmpty()) {
            question.answers().stream()
                    .filter(answer -> !options.contains(answer.id()))
                    .forEach(answer -> columns.require(pattern.replace("*", answer.id())));
        }
    }

    private static String column(Block block, String key, String otherwise) {
        return block.columns().getOrDefault(key, otherwise);
    }

    boolean isMissing(String code) {
        return code.equals(Coder.NO_ANSWER) || variable.missing().contains(code);
    }

    boolean chosen(String key) {
        return question.chosen().stream().anyMatch(text -> Labels.key(text).equals(key));
    }

    boolean notChosen(String key) {
        return key.isEmpty()
                || question.notChosen().stream()
                        .anyMatch(text -> Labels.key(text).equals(key));
    }
}
