package no.barometer.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import no.barometer.survey.Break;
import no.barometer.survey.Text;

/** The program's own words on what it publishes, from {@code site/words.<language>.properties} and {@code site/formats.…} and so on. */
final class Words {
    /** Of pages, and of files. */
    private static final List<String> PARTS = List.of("words", "formats", "methods");

    private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts;

    private Words(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words of a language; English for one that has none. */
    static Words in(String language) {
        return LOADED.computeIfAbsent(language, Words::load);
    }

    String language() {
        return language;
    }

    String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No word for " + key + " in " + language);
        }
        return text;
    }

    String getOr(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }

    String get(String key, Object value) {
        return get(key).replace("{}", String.valueOf(value));
    }

    String measure(String code) {
        return code.startsWith("top-")
                ? get("measure.top", code.substring("top-".length()))
                : getOr("measure." + code, code);
    }

    String breakNote(Break one) {
        String note = one.about().note().in(language);
        String title = get("break", Dates.wave(this, one.wave()));
        return note.isEmpty() ? title : title + ": " + note;
    }

    /** A printed figure with the language's decimal sign. */
    String figure(String printed) {
        return printed.replace(".", get("decimal.sign")).replace("-", "\u2212");
    }

    String of(Text text) {
        return text.in(language);
    }

    private static Words load(String language) {
        String spoken = Text.LANGUAGES.contains(language) ? language : "en";
        Properties texts = new Properties();
        for (String part : PARTS) {
            String file = "/site/" + part + "." + spoken + ".properties";
            try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Words(language, texts);
    }
}
