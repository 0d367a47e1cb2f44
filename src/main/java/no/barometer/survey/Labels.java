package no.barometer.survey;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How texts of a file are compared with texts of a definition. */
public final class Labels {
    private static final String FOOTNOTES = "[\\u00b9\\u00b2\\u00b3\\u2070-\\u207e\\u2020\\u2021*]+$";
    private static final java.util.regex.Pattern TRAILING_MARKS = java.util.regex.Pattern.compile("\\s*" + FOOTNOTES);
    private static final java.util.regex.Pattern SPACES =
            java.util.regex.Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\u200b\\ufeff]+");

    private Labels() {}

    /** One space for every run of spaces (non-breaking ones included), none around. */
    public static String tidy(String text) {
        return isTidy(text) ? text : SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** The form in which two equal texts are equal: tidy, composed, lower case, without trailing footnote marks. */
    public static String key(String text) {
        String tidy = composed(tidy(text));
        if (tidy.isEmpty() || !isMark(tidy.charAt(tidy.length() - 1))) {
            return tidy.toLowerCase(Locale.ROOT);
        }
        String bare = TRAILING_MARKS.matcher(tidy).replaceFirst("");
        return (bare.isEmpty() ? tidy : bare).toLowerCase(Locale.ROOT);
    }

    /** Whether a text surely is tidy; most are, and there are many. */
    private static boolean isTidy(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c > ' ' && c < 0x7f) || (c > 0xa0 && c < 0x1680);
            if (!letter && (c != ' ' || space)) {
                return false;
            }
            space = !letter;
        }
        return !space || text.isEmpty();
    }

    /** An å is one letter, as most programs write it; some write an a and a ring. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static boolean isMark(char c) {
        return c == '*' || (c >= 0xb2 && c <= 0xb9) || c >= 0x2000;
    }

    /** The known text that is fewest edits away, if it is at most a third of the text's length away, or two. */
    public static Optional<String> nearest(String text, List<String> known) {
        String wanted = key(text);
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, key(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                // of a text as short as a code, an edit leaves nothing
                .filter(candidate -> distance(wanted, key(candidate))
                        <= Math.min(wanted.length() - 1, Math.max(2, wanted.length() / 3)));
    }

    /** What to print as expected: the nearest known text first, or the known ones. */
    public static String expected(String text, List<String> known) {
        Optional<String> near = nearest(text, known);
        if (near.isPresent()) {
            return "\"" + near.get() + "\"";
        }
        String all = String.join(
                ", ", known.stream().limit(12).map(one -> '"' + one + '"').toList());
        return known.isEmpty() ? "a known text" : "one of " + all + (known.size() > 12 ? ", …" : "");
    }

    /** Levenshtein's distance on at most 200 characters. */
    private static int distance(String a, String b) {
        String from = a.length() > 200 ? a.substring(0, 200) : a;
        String to = b.length() > 200 ? b.substring(0, 200) : b;
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
