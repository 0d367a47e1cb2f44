package no.barometer.survey;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A glob over paths below {@code input/}: {@code *} within a folder, {@code **} over folders, and {@code {wave}},
 * {@code {version}}, {@code {part}} for what is captured. A pattern without a slash matches in every folder. Letter case
 * does not matter, and {@code .gz} may follow. What is captured twice must be the same both times.
 *
 * @param groups how often each capture stands in the pattern
 * @param start with what paths begin: spares most of them the regular expression
 */
public record FilePattern(String glob, Pattern regex, Map<String, Integer> groups, Start start) {
    /** A dot only between digits: {@code q{wave}.csv} is a pattern of q2010.csv, not of q2010.fields.csv. */
    private static final String WAVE = "(?:[^/.]|[0-9]+(?:\\.[0-9]+)+)";

    public static FilePattern of(String glob) {
        StringBuilder regex = new StringBuilder(glob.contains("/") ? "" : "(?:.*/)?");
        Map<String, Integer> groups = new LinkedHashMap<>();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int close = c == '{' ? glob.indexOf('}', at) : -1;
            if (close > 0 && List.of("wave", "version", "part").contains(glob.substring(at + 1, close))) {
                String name = glob.substring(at + 1, close);
                String any = name.equals("wave") ? WAVE : "[^/]";
                groups.merge(name, 1, Integer::sum);
                regex.append("(?P<")
                        .append(name)
                        .append(groups.get(name))
                        .append('>')
                        .append(any);
                regex.append(glob.startsWith("}*", close) ? "+)" : "+?)");
                at = close + 1;
            } else if (c == '*' && at + 1 < glob.length() && glob.charAt(at + 1) == '*') {
                regex.append(".*");
                at += glob.startsWith("**/", at) ? 3 : 2;
            } else {
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return new FilePattern(
                glob,
                Pattern.compile(regex + "(?:\\.gz)?", Pattern.CASE_INSENSITIVE),
                Map.copyOf(groups),
                Start.of(glob));
    }

    /**
     * The literal beginning of a pattern.
     *
     * @param anywhere whether it is that of the file's name, in whatever folder
     */
    record Start(String text, boolean anywhere) {
        static Start of(String glob) {
            boolean anywhere = !glob.contains("/");
            int length = 0;
            while (length < glob.length() && "*?{".indexOf(glob.charAt(length)) < 0) {
                length++;
            }
            // what stands before ** may be a folder's name as well
            return new Start(anywhere && glob.contains("**") ? "" : glob.substring(0, length), anywhere);
        }

        boolean isOf(String path) {
            int from = anywhere ? path.lastIndexOf('/') + 1 : 0;
            return path.regionMatches(true, from, text, 0, text.length());
        }
    }

    /** What the pattern captures of a path, or nothing if it does not match. */
    public Optional<Map<String, String>> match(String path) {
        if (!start.isOf(path)) {
            return Optional.empty();
        }
        Matcher matcher = regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> captured = new HashMap<>();
        for (Map.Entry<String, Integer> group : groups.entrySet()) {
            for (int i = 1; i <= group.getValue(); i++) {
                String text = matcher.group(group.getKey() + i);
                String before = captured.put(group.getKey(), text);
                if (before != null && !before.equals(text)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(captured);
    }

    /** What the pattern captures: some of {@code wave}, {@code version} and {@code part}. */
    public Set<String> captures() {
        return groups.keySet();
    }
}
