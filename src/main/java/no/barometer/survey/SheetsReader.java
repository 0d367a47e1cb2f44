package no.barometer.survey;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which sheets are read: {@code 1}, {@code "T1"}, a regular expression, or a list of these. */
final class SheetsReader {
    private SheetsReader() {}

    static Block.Sheets read(Value value) {
        List<String> names = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (Value one : value.oneOrMany()) {
            String text = one.text();
            if (Patterns.isRegex(text)) {
                Patterns.read(one).ifPresent(pattern -> patterns.add("(?:" + pattern.pattern() + ")"));
            } else if (one.isPlain() && text.matches("\\d+")) {
                one.integer(1, 9999).ifPresent(numbers::add);
            } else if (!text.isEmpty()) {
                names.add(text);
            } else if (one.isText()) {
                one.wrong("a sheet's name or number");
            }
        }
        return new Block.Sheets(
                List.copyOf(names), List.copyOf(numbers), any(patterns).orElse(null));
    }

    private static Optional<Pattern> any(List<String> patterns) {
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE));
    }
}
