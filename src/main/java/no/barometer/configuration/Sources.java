package no.barometer.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Labels;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * Values by key, of one place or of several.
 *
 * @param values by key; an entry of a list as {@code key[0]}
 */
record Sources(Map<String, Given> values) {
    static final Sources NONE = new Sources(Map.of());
    /** Variables of the launcher and of tests, which are no keys. */
    private static final List<String> NO_KEYS = List.of("BAROMETER_JAVA_OPTS", "BAROMETER_TEST_");

    /** A value and where it stands. */
    record Given(String text, Location at) {}

    /** One file; nothing where there is none. */
    static Sources file(Path file) {
        if (!Files.exists(file)) {
            return NONE;
        }
        Map<String, Given> values = new LinkedHashMap<>();
        try {
            for (PropertySource<?> source : new YamlPropertySourceLoader().load("file", new FileSystemResource(file))) {
                ((MapPropertySource) source).getSource().forEach((key, value) -> values.put(key, given(file, value)));
            }
        } catch (IOException | RuntimeException unreadable) {
            String why =
                    String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
            throw new BadConfiguration(
                    List.of(Problem.of(Kind.WRONG_VALUE, Location.of(file.toString()), why, "readable YAML")));
        }
        return known(values);
    }

    private static Given given(Path file, Object value) {
        Object text = value instanceof OriginTrackedValue tracked ? tracked.getValue() : value;
        Location at = Location.of(file.toString());
        if (value instanceof OriginTrackedValue tracked
                && tracked.getOrigin() instanceof TextResourceOrigin origin
                && origin.getLocation() != null) {
            TextResourceOrigin.Location place = origin.getLocation();
            at = new Location(file.toString(), "", String.valueOf(place.getColumn() + 1), place.getLine() + 1L);
        }
        return new Given(String.valueOf(text), at);
    }

    /** The variables that begin with {@value Keys#PREFIX}. */
    static Sources environment(Map<String, String> environment) {
        Map<String, String> names = Keys.all().stream().collect(Collectors.toMap(Keys.Key::variable, Keys.Key::name));
        Map<String, Given> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            String name = names.get(variable);
            Location at = Location.of("environment");
            if (name != null) {
                values.put(name, new Given(value, Location.of("environment variable " + variable)));
            } else if (variable.startsWith(Keys.PREFIX) && NO_KEYS.stream().noneMatch(variable::startsWith)) {
                problems.add(Problem.of(
                        Kind.UNKNOWN_KEY, at, variable, Labels.expected(variable, List.copyOf(names.keySet()))));
            }
        });
        if (!problems.isEmpty()) {
            throw new BadConfiguration(problems);
        }
        return new Sources(values);
    }

    /** What the command line says: key to value. Passwords are not taken there, as every user of a machine can see them. */
    static Sources commandLine(Map<String, String> options) {
        Map<String, Given> values = new LinkedHashMap<>();
        options.forEach((key, value) -> {
            if (key.endsWith("password")) {
                throw new BadConfiguration(List.of(Problem.of(
                        Kind.WRONG_VALUE,
                        Location.of("command line"),
                        key,
                        "a password in a file (" + key + "-file) or in the environment")));
            }
            values.put(key, new Given(value, Location.of("command line")));
        });
        return known(values);
    }

    private static Sources known(Map<String, Given> values) {
        List<String> names = Keys.names();
        List<Problem> problems = values.entrySet().stream()
                .filter(one -> !names.contains(bare(one.getKey())))
                .filter(one -> !one.getValue().text().isEmpty() || !isSection(one.getKey()))
                .map(one -> Problem.of(
                        Kind.UNKNOWN_KEY, one.getValue().at(), one.getKey(), Labels.expected(one.getKey(), names)))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadConfiguration(problems);
        }
        return new Sources(values);
    }

    /** {@code site:} with nothing below it. */
    private static boolean isSection(String key) {
        return Keys.names().stream().anyMatch(name -> name.startsWith(key + "."));
    }

    /** The other's values in place of these, lists as a whole. */
    Sources under(Sources other) {
        Map<String, Given> all = new LinkedHashMap<>(values);
        List<String> given = other.values.keySet().stream().map(Sources::bare).toList();
        all.keySet().removeIf(key -> given.contains(bare(key)));
        all.putAll(other.values);
        return new Sources(all);
    }

    /** What a key is given: nothing, one text, or the entries of a list. */
    List<String> list(String key) {
        Given one = values.get(key);
        if (one != null) {
            return List.of(one.text());
        }
        return values.entrySet().stream()
                .filter(entry -> bare(entry.getKey()).equals(key))
                .map(entry -> entry.getValue().text())
                .toList();
    }

    /** Where a key, or the first entry of its list, stands. */
    Location place(String key) {
        return values.entrySet().stream()
                .filter(entry -> bare(entry.getKey()).equals(key))
                .map(entry -> entry.getValue().at())
                .findFirst()
                .orElse(Location.of("configuration"));
    }

    /** The key without the number of an entry of a list. */
    static String bare(String key) {
        int bracket = key.indexOf('[');
        return bracket < 0 ? key : key.substring(0, bracket);
    }
}
