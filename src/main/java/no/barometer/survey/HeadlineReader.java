package no.barometer.survey;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Set;

/** Reads the sentences that tell a table's newest figure, and what items and answers are called within them. */
final class HeadlineReader {
    private static final String FIGURE = "{figure}";
    private static final String KEY = "headline";
    private static final Set<String> PLACES = Set.of("{when}", FIGURE, "{item}", "{answer}");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}?");
    private static final String SENTENCE = "a sentence with {figure}, such as \"{when}, {figure} used {item}\"";

    private HeadlineReader() {}

    /** A whole sentence; empty where none is written. */
    static Text sentence(Texts texts, Fields fields) {
        return read(texts, fields, true);
    }

    /** A few words, or a whole sentence; empty where nothing is written. */
    static Text part(Texts texts, Fields fields) {
        return read(texts, fields, false);
    }

    private static Text read(Texts texts, Fields fields, boolean whole) {
        Text text = texts.read(fields, KEY);
        boolean good = text.byLanguage().values().stream()
                .allMatch(one -> (!whole && one.indexOf('{') < 0) || isSentence(one));
        if (!good) {
            fields.get(KEY).orElseThrow().wrong(whole ? SENTENCE : "a few words, or " + SENTENCE);
        }
        return good ? text : Text.NONE;
    }

    private static boolean isSentence(String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!PLACES.contains(places.group())) {
                return false;
            }
        }
        return text.contains(FIGURE);
    }
}
