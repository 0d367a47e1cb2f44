package no.barometer.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.problem.Kind;

/** The ids and spellings given within one list or map: no two may be alike. */
final class Names {
    private final Map<String, String> textById = new HashMap<>();
    private final Map<String, String> idBySpelling = new HashMap<>();

    /** The id of a map's key, which must be written as an id already. */
    static String id(Value key) {
        String text = key.key();
        String slug = Slug.of(text);
        if (slug.isEmpty()) {
            key.wrong("an id: lower-case letters, digits and dashes");
        } else if (slug.equals(text.replace('_', '-'))) {
            return text; // columns are often called so, and then their ids may be
        } else {
            key.wrong("the id \"" + slug + "\"");
        }
        return slug;
    }

    /** The id made of a text. */
    static String slug(Value at, String text) {
        String slug = Slug.of(text);
        if (slug.isEmpty() && !text.isEmpty()) {
            at.wrong("a text with a letter a–z or a digit, of which an id can be made");
        }
        return slug;
    }

    /** Takes an id in use; whether it was free. */
    boolean claim(Value at, String id, String text) {
        String before = textById.putIfAbsent(id.replace('_', '-'), text);
        if (before != null) {
            at.fault(
                    Kind.DUPLICATE_ID,
                    '"' + before + "\" and \"" + text + '"',
                    "one of them left out, or a map with ids of their own");
        }
        return before == null;
    }

    /** Takes the texts by which files call an id; one that already calls another is a fault. */
    void spell(Value at, String id, Text text, List<String> as) {
        for (String spelling : spellings(text, as)) {
            String before = idBySpelling.putIfAbsent(Labels.key(spelling), id);
            if (before != null && !before.equals(id)) {
                at.fault(
                        Kind.DUPLICATE_ID,
                        "\"" + spelling + "\" of " + before + " and of " + id,
                        "texts and codes that each mean one thing");
            }
        }
    }

    static List<String> spellings(Text text, List<String> as) {
        return Stream.concat(text.byLanguage().values().stream(), as.stream()).toList();
    }
}
