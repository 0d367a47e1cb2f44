package no.barometer.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text in one or more languages ({@code nb nn en}), the first one written being the one to fall back on. */
public record Text(Map<String, String> byLanguage) {
    public static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    public static final Text NONE = new Text(Map.of());

    public Text {
        byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static Text of(String language, String text) {
        return new Text(Map.of(language, text));
    }

    /** The text in a language, else in the first one written, else empty. */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text != null ? text : byLanguage.values().stream().findFirst().orElse("");
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
