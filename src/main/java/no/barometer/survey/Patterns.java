package no.barometer.survey;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of a definition, written {@code /…/}. They are short and cannot run away. */
final class Patterns {
    private static final int LONGEST = 200;
    // a repeated group that holds a repetition takes exponential time on some texts
    private static final Pattern NESTED = Pattern.compile(
            "\\((?:[^()\\\\]|\\\\.)*[*+}](?:[^()\\\\]|\\\\.)*\\)[?+]?(?:[*+]|\\{\\d+,)|\\)[*+][^()]*\\)[*+]");

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
        } else if (NESTED.matcher(regex).find()) {
            value.wrong("a regular expression that repeats no repetition");
        } else {
            try {
                return Optional.of(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException bad) {
                value.wrong("a regular expression (" + bad.getDescription() + " at character " + (bad.getIndex() + 1)
                        + ")");
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
