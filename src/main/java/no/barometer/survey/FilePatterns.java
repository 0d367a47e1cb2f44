package no.barometer.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Many things with a pattern each, found by the literal beginnings of the patterns: a path is held against few of them,
 * however many there are.
 */
public final class FilePatterns<T> {
    private final List<T> all;
    private final Starts paths = new Starts();
    private final Starts names = new Starts();

    public FilePatterns(List<T> all, Function<T, FilePattern> pattern) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            FilePattern.Start start = pattern.apply(all.get(i)).start();
            (start.anywhere() ? names : paths).add(start.text(), i);
        }
    }

    /** Those that may match a path, in the order given; no other does. */
    public List<T> candidates(String path) {
        List<Integer> found = new ArrayList<>();
        String folded = folded(path);
        paths.find(folded, found);
        names.find(folded.substring(folded.lastIndexOf('/') + 1), found);
        return found.size() == 1
                ? List.of(all.get(found.get(0)))
                : found.stream().sorted().map(all::get).toList();
    }

    /** Two texts that differ in the case of letters only fold to the same, as {@link String#regionMatches} has it. */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (c > '~') {
                folded[i] = Character.toLowerCase(Character.toUpperCase(c));
            } else if (c >= 'A' && c <= 'Z') {
                folded[i] = (char) (c + 'a' - 'A');
            }
        }
        return new String(folded);
    }

    /** Numbers by folded text, the texts by length. */
    private static final class Starts {
        private final Map<Integer, Map<String, List<Integer>>> byLength = new TreeMap<>();

        void add(String text, int number) {
            byLength.computeIfAbsent(text.length(), fresh -> new HashMap<>())
                    .computeIfAbsent(folded(text), fresh -> new ArrayList<>())
                    .add(number);
        }

        void find(String folded, List<Integer> found) {
            byLength.forEach((length, starts) -> {
                if (length <= folded.length()) {
                    found.addAll(starts.getOrDefault(folded.substring(0, length), List.of()));
                }
            });
        }
    }
}
