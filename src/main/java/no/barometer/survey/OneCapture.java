package no.barometer.survey;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commonest pattern of files, one capture between two literal texts, held against paths without a regular expression.
 * Both are plain ASCII, where no two letters are alike but for their case.
 *
 * @param anywhere whether it is a pattern of file names, in whatever folder
 */
record OneCapture(String start, String name, String end, boolean anywhere) {
    private static final Pattern SHAPE = Pattern.compile("([^*?{]*)\\{(wave|version|part)\\}([^*?{]*)");
    private static final String PACKED = ".gz";

    static @Nullable OneCapture of(String glob) {
        Matcher shape = SHAPE.matcher(glob);
        return shape.matches() && isPlain(glob)
                ? new OneCapture(shape.group(1), shape.group(2), shape.group(3), !glob.contains("/"))
                : null;
    }

    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** What it captures of a plain path, or nothing if it does not match. */
    Optional<Map<String, String>> match(String path) {
        int from = anywhere ? path.lastIndexOf('/') + 1 : 0;
        if (!path.regionMatches(true, from, start, 0, start.length())) {
            return Optional.empty();
        }
        // as little as possible is captured
        String captured = between(path, from + start.length(), end + PACKED);
        if (captured == null) {
            captured = between(path, from + start.length(), end);
        }
        return captured == null ? Optional.empty() : Optional.of(Map.of(name, captured));
    }

    private @Nullable String between(String path, int from, String last) {
        int to = path.length() - last.length();
        if (to <= from || !path.regionMatches(true, to, last, 0, last.length())) {
            return null;
        }
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            boolean dot = c == '.' && name.equals("wave");
            if (c == '/' || (dot && !(i > from && isDigit(path, i - 1) && i + 1 < to && isDigit(path, i + 1)))) {
                return null;
            }
        }
        return path.substring(from, to);
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
