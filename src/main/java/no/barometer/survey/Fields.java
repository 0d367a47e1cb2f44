package no.barometer.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;

/** The values of a map by the keys of its section. */
record Fields(Value map, Section section, Map<String, Value.Entry> entries) {

    Optional<Value> get(String key) {
        return entry(key).map(Value.Entry::value);
    }

    Optional<Value> required(String key) {
        Optional<Value> value = get(key);
        if (value.isEmpty()) {
            missing(key, "the " + section.title());
        }
        return value;
    }

    boolean has(String key) {
        return entry(key).isPresent();
    }

    /** The text of a key, empty where nothing is said. */
    String text(String key) {
        return get(key).map(Value::text).orElse("");
    }

    /** The texts of a key, one or a list; none where nothing is said. */
    List<String> texts(String key) {
        return get(key).map(Value::texts).orElse(List.of());
    }

    boolean flag(String key, boolean unsaid) {
        return get(key).map(Value::flag).orElse(unsaid);
    }

    /** A fault of a key that cannot stand beside the others. */
    void misplaced(String key, String expected) {
        entry(key).ifPresent(entry -> entry.key().wrong(expected));
    }

    void missing(String key, String in) {
        if (map.isMap() || map.isNothing()) {
            map.fault(Kind.MISSING_KEY, in, '"' + key + '"');
        }
    }

    private Optional<Value.Entry> entry(String key) {
        if (!section.keys().contains(key)) {
            throw new IllegalArgumentException(key + " is no key of " + section);
        }
        return Optional.ofNullable(entries.get(key));
    }
}
