package no.barometer.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.barometer.problem.Kind;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a definition and its place: text, list or map. Texts stay as they are written ({@code yes} is no boolean,
 * {@code 2018-05} no date). What is asked for and not there is a fault, and an empty value is handed on.
 */
record Value(Node node, Faults faults) {
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "yes", true, "false", false, "no", false);

    /** A key of a map with its value. */
    record Entry(Value key, Value value) {}

    boolean isText() {
        return node instanceof ScalarNode && !isNothing();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** A key with nothing after it. */
    boolean isNothing() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    /** Whether a text stands without quotes, so that {@code 1} is a number and {@code "1"} a name. */
    boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.isPlain();
    }

    String text() {
        if (node instanceof ScalarNode scalar && !isNothing()) {
            return scalar.getValue().strip();
        }
        wrong("a text");
        return "";
    }

    List<Value> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::at).toList();
        }
        wrong("a list");
        return List.of();
    }

    /** The values of a list, or this value as the only one. */
    List<Value> oneOrMany() {
        return isList() ? list() : List.of(this);
    }

    List<String> texts() {
        return oneOrMany().stream().map(Value::text).toList();
    }

    /** The entries of a map whose keys are names; of two with one key the first. */
    List<Entry> entries() {
        if (isNothing()) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            wrong("a map of keys and values");
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Value key = at(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                key.wrong("a text as key");
                continue;
            }
            Integer before = lines.putIfAbsent(name.getValue(), key.line());
            if (before == null) {
                entries.add(new Entry(key, at(tuple.getValueNode())));
            } else {
                key.fault(
                        Kind.DUPLICATE_ID,
                        "the key \"" + name.getValue() + "\" here and in line " + before,
                        "every key once");
            }
        }
        return entries;
    }

    /** The entries of a map whose keys are those of a section; others are faults. */
    Fields fields(Section section) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            String key = entry.key().key();
            if (section.keys().contains(key)) {
                byKey.put(key, entry);
            } else {
                entry.key().fault(Kind.UNKNOWN_KEY, key, Labels.expected(key, section.keys()));
            }
        }
        return new Fields(this, section, byKey);
    }

    /** The text of a key; unlike a value it may be empty. */
    String key() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    <T> Optional<T> oneOf(Map<String, T> words) {
        T meant = isText() ? words.get(text()) : null;
        if (meant == null) {
            wrong(
                    isText()
                            ? Labels.expected(
                                    text(), words.keySet().stream().sorted().toList())
                            : "one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return Optional.ofNullable(meant);
    }

    boolean flag() {
        Optional<Boolean> flag = isText() ? Optional.ofNullable(FLAGS.get(text())) : Optional.empty();
        if (flag.isEmpty()) {
            wrong("true or false");
        }
        return flag.orElse(false);
    }

    OptionalInt integer(int from, int to) {
        if (isText() && INTEGER.matcher(text()).matches()) {
            int number = Integer.parseInt(text());
            if (number >= from && number <= to) {
                return OptionalInt.of(number);
            }
        }
        wrong("a whole number from " + from + " to " + to);
        return OptionalInt.empty();
    }

    OptionalDouble number() {
        OptionalDouble number = isText() ? number(text()) : OptionalDouble.empty();
        if (number.isEmpty()) {
            wrong("a number with a decimal point");
        }
        return number;
    }

    static OptionalDouble number(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    void wrong(String expected) {
        fault(Kind.WRONG_VALUE, shown(), expected);
    }

    void unknown(List<String> known) {
        fault(Kind.UNKNOWN_REFERENCE, shown(), Labels.expected(shown(), known));
    }

    void fault(Kind kind, String found, String expected) {
        faults.add(kind, mark(), found, expected);
    }

    int line() {
        return mark().getLine() + 1;
    }

    private String shown() {
        if (node instanceof ScalarNode scalar) {
            return isNothing() ? "nothing" : scalar.getValue();
        }
        return isList() ? "a list" : "a map";
    }

    private Mark mark() {
        return node.getStartMark();
    }

    private Value at(Node other) {
        return new Value(other, faults);
    }
}
