package no.barometer.survey;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads texts in one or more languages, and those about publisher, population and so on.
 *
 * @param language of a text that names none
 */
record Texts(String language) {
    Text of(String text) {
        return text.isEmpty() ? Text.NONE : Text.of(language, text);
    }

    /** A plain text, or a map from language to text. */
    Text read(Value value) {
        if (value.isMap()) {
            Text text = inLanguages(value.fields(Section.TEXT));
            if (text.isEmpty()) {
                value.wrong("a text, or texts by nb, nn, en");
            }
            return text;
        }
        return of(filled(value));
    }

    Text read(Fields fields, String key) {
        return fields.get(key).map(this::read).orElse(Text.NONE);
    }

    /** The texts that stand by language among other keys. */
    Text inLanguages(Fields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.entries().forEach((key, entry) -> {
            if (Text.LANGUAGES.contains(key)) {
                texts.put(key, filled(entry.value()));
            }
        });
        return new Text(texts);
    }

    About about(Fields fields) {
        return new About(
                read(fields, "publisher"),
                read(fields, "population"),
                read(fields, "unit"),
                read(fields, "mode"),
                read(fields, "licence"),
                read(fields, "source"),
                read(fields, "note"));
    }

    private static String filled(Value value) {
        String text = value.text();
        if (text.isEmpty() && value.isText()) {
            value.wrong("a text that is not empty");
        }
        return text;
    }
}
