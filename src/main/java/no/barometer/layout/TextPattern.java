package no.barometer.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.barometer.survey.Labels;

/** Texts of a definition in which {@code *} stands for anything; compared like all labels. */
final class TextPattern {
    private final List<Glob> patterns;

    TextPattern(List<String> texts) {
        patterns = texts.stream().map(Glob::of).toList();
    }

    boolean matches(String text) {
        if (patterns.isEmpty()) {
            return false;
        }
        String key = Labels.key(text);
        for (Glob pattern : patterns) {
            if (pattern.matches(key)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    static boolean isPattern(String text) {
        return text.length() > 1 && text.contains("*");
    }

    /** One such text: what stands before, between and after its stars. */
    record Glob(List<String> parts) {
        static Glob of(String text) {
            // a star at the end is no footnote mark
            String key = text.endsWith("*") ? Labels.tidy(text).toLowerCase(Locale.ROOT) : Labels.key(text);
            return new Glob(Arrays.asList(key.split("\\*", -1)));
        }

        /** @param key of a text, as {@link Labels#key} makes it */
        boolean matches(String key) {
            String first = parts.get(0);
            if (parts.size() == 1) {
                return key.equals(first);
            }
            String last = parts.get(parts.size() - 1);
            int at = first.length();
            int end = key.length() - last.length();
            if (at > end || !key.startsWith(first) || !key.endsWith(last)) {
                return false;
            }
            for (String part : parts.subList(1, parts.size() - 1)) {
                int found = key.indexOf(part, at);
                if (found < 0 || found + part.length() > end) {
                    return false;
                }
                at = found + part.length();
            }
            return true;
        }
    }
}
