package no.barometer.survey;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Regular expressions of a definition, written {@code /…/}. Short ones, read by RE2, whose time grows with
 * the text and no faster; so there is no looking ahead, behind or back.
 */
final class Patterns {
    private static final int LONGEST = 200;

    private Patterns() {}

    static boolean isRegex(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    /** The expression between the slashes; letter case does not matter. */
    static Optional<Pattern> read(Value value) {
        String text = value.text();
        if (!isRegex(text)) {
            value.wrong("a regular expression between slashes: /…/");
            return Optional.empty();
        }
        return compile(value, text.substring(1, text.length() - 1));
    }

    static Optional<Pattern> compile(Value value, String regex) {
        if (regex.length() > LONGEST) {
            value.wrong("a regular expression of at most " + LONGEST + " characters");
        } else {
            try {
                return Optional.of(Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
            } catch (PatternSyntaxException bad) {
                value.wrong(
                        "a regular expression without looking ahead, behind or back (" + bad.getDescription() + ")");
            }
        }
        return Optional.empty();
    }

    /** A text with {@code *} for anything, or a regular expression; kept as it is written. */
    static String text(Value value) {
        String text = value.key().strip();
        if (isRegex(text)) {
            compile(value, text.substring(1, text.length() - 1));
        }
        return text;
    }
}
