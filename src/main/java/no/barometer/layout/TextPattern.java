package no.barometer.layout;

import com.google.re2j.Pattern;
import java.util.List;
import no.barometer.survey.Labels;

/** Texts of a definition in which {@code *} stands for anything; compared like all labels. */
final class TextPattern {
    private final List<Pattern> patterns;

    TextPattern(List<String> texts) {
        patterns = texts.stream().map(TextPattern::compile).toList();
    }

    boolean matches(String text) {
        if (patterns.isEmpty()) {
            return false;
        }
        String key = Labels.key(text);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(key).matches());
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    static boolean isPattern(String text) {
        return text.length() > 1 && text.contains("*");
    }

    static Pattern compile(String text) {
        String key = text.endsWith("*") ? Labels.tidy(text).toLowerCase(java.util.Locale.ROOT) : Labels.key(text);
        StringBuilder regex = new StringBuilder();
        for (String part : key.split("\\*", -1)) {
            if (!regex.isEmpty()) {
                regex.append(".*");
            }
            regex.append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
