package no.barometer.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * From texts to the record tree. Spring Boot's binder does the same, but sets up a hundred converters first, which every
 * command would wait a quarter of a second for.
 */
final class Binding {
    private final Sources sources;
    private final List<Problem> problems = new ArrayList<>();

    private Binding(Sources sources) {
        this.sources = sources;
    }

    /** @throws BadConfiguration if values cannot be used, with all of them */
    static Configuration bind(Sources sources) {
        Binding binding = new Binding(sources);
        Configuration bound = (Configuration) binding.record("", Configuration.class);
        if (!binding.problems.isEmpty()) {
            throw new BadConfiguration(binding.problems);
        }
        return bound;
    }

    private Object record(String prefix, Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] values = Arrays.stream(constructor.getParameters())
                .map(one -> value(prefix + Keys.dashed(one.getName()), one))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException noPlainRecord) {
            throw new IllegalStateException(noPlainRecord);
        }
    }

    private Object value(String key, Parameter component) {
        if (component.getType().isRecord()) {
            return record(key + ".", component.getType());
        }
        List<String> fallback =
                Arrays.asList(component.getAnnotation(DefaultValue.class).value());
        List<String> given = sources.list(key);
        List<String> texts = given.isEmpty() ? fallback : given;
        try {
            Object value = converted(texts, component.getType());
            if (key.startsWith("bounds.")
                    && !(value instanceof DataSize size ? size.toBytes() > 0 : ((Number) value).longValue() > 0)) {
                throw new IllegalArgumentException("nothing would be read");
            }
            return value;
        } catch (RuntimeException wrong) {
            problems.add(Problem.of(
                    Kind.WRONG_VALUE,
                    sources.place(key),
                    String.join(", ", texts),
                    "a value of " + key + ", such as " + String.join(", ", fallback)));
            return converted(fallback, component.getType());
        }
    }

    private static Object converted(List<String> texts, Class<?> type) {
        if (type == List.class) {
            return texts.stream()
                    .flatMap(text -> Arrays.stream(text.split(",", -1)))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        String text = String.join(",", texts);
        if (type == String.class) {
            return text;
        } else if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == long.class) {
            return Long.valueOf(text);
        } else if (type == Duration.class) {
            return DurationStyle.detectAndParse(text);
        } else if (type == DataSize.class) {
            return DataSize.parse(text);
        } else if (type == ZoneId.class) {
            return ZoneId.of(text);
        } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(type + " " + text);
    }
}
