package no.barometer.publish;

import java.util.List;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.survey.Text;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param root from the page's folder to that of the release: empty, or {@code ../}
 * @param name of the page's file without language and ending
 */
record Frame(Words words, String root, String name, Stamp stamp) {
    /** The name of a table's page; {@code index} is the survey's own, and no id has an underscore. */
    static String name(String table) {
        return table.equals("index") ? "index_" : table;
    }

    /** A file beside the page, in the page's language. */
    String page(String name) {
        return file(name, words.language());
    }

    /** The page in one language. */
    static String file(String name, String language) {
        return name + "." + language + ".html";
    }

    /** The front page in the page's language. */
    String home() {
        return root + page("index");
    }

    String date() {
        return Dates.day(words, stamp.date());
    }

    List<Version> versions() {
        return Text.LANGUAGES.stream()
                .map(language -> new Version(
                        language,
                        Words.in(language).get("language"),
                        file(name, language),
                        language.equals(words.language()) ? "page" : null))
                .toList();
    }

    /** The page in a language, named by itself. */
    record Version(
            String language,
            String called,
            String href,
            @Nullable String current) {}

    String style() {
        return Assets.STYLE;
    }

    String script() {
        return Assets.SCRIPT;
    }

    String policy() {
        return Assets.POLICY;
    }
}
