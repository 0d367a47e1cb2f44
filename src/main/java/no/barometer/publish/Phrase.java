package no.barometer.publish;

import java.util.Map;
import no.barometer.survey.Text;
import org.jspecify.annotations.Nullable;

/**
 * A text of a definition on a page.
 *
 * @param language of the text, where that is not the page's; else null
 */
record Phrase(String text, @Nullable String language) {
    static Phrase of(Words words, Text text) {
        return of(words, text.byLanguage());
    }

    /** In the language of the words if there is such a text, else in the first one written. */
    static Phrase of(Words words, Map<String, String> byLanguage) {
        String own = byLanguage.get(words.language());
        if (own != null) {
            return new Phrase(own, null);
        }
        return byLanguage.entrySet().stream()
                .findFirst()
                .map(other -> new Phrase(other.getValue(), other.getKey().isEmpty() ? null : other.getKey()))
                .orElse(new Phrase("", null));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
