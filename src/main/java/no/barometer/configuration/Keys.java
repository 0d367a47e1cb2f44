package no.barometer.configuration;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The keys there are, as the record tree says. */
public final class Keys {
    static final String PREFIX = "BAROMETER_";

    /**
     * One key.
     *
     * @param name as in {@code application.yaml}, with dots
     * @param fallback what holds where it is left out, as text
     */
    public record Key(String name, String fallback) {
        /** The environment variable that sets it. */
        public String variable() {
            return PREFIX + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }
    }

    private static final List<Key> ALL = List.copyOf(below("", Configuration.class));

    private Keys() {}

    public static List<Key> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Key::name).toList();
    }

    private static List<Key> below(String prefix, Class<?> type) {
        List<Key> keys = new ArrayList<>();
        for (Parameter component : type.getDeclaredConstructors()[0].getParameters()) {
            String name = prefix + dashed(component.getName());
            if (component.getType().isRecord()) {
                keys.addAll(below(name + ".", component.getType()));
            } else {
                DefaultValue value = component.getAnnotation(DefaultValue.class);
                keys.add(new Key(name, value == null ? "" : String.join(", ", value.value())));
            }
        }
        return keys;
    }

    static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
