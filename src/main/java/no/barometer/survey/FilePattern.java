package no.barometer.survey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A glob over paths below {@code input/}: {@code *} within a folder, {@code **} over folders, and {@code {wave}},
 * {@code {version}}, {@code {part}} for what is captured. A pattern without a slash matches in every folder. Letter case
 * does not matter, and {@code .gz} may follow.
 */
public record FilePattern(String glob, Pattern regex, List<String> captures) {
    /** A dot only between digits: {@code q{wave}.csv} is a pattern of q2010.csv, not of q2010.fields.csv. */
    private static final String WAVE = "(?:[^/.]|(?<=[0-9])\\.(?=[0-9]))";

    public static FilePattern of(String glob) {
        StringBuilder regex = new StringBuilder(glob.contains("/") ? "" : "(?:.*/)?");
        Map<String, String> groups = new LinkedHashMap<>();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int close = c == '{' ? glob.indexOf('}', at) : -1;
            if (close > 0 && List.of("wave", "version", "part").contains(glob.substring(at + 1, close))) {
                String name = glob.substring(at + 1, close);
                String any = name.equals("wave") ? WAVE : "[^/]";
                regex.append(
                        groups.putIfAbsent(name, name) == null
                                ? "(?<" + name + ">" + any + (glob.startsWith("}*", close) ? "+)" : "+?)")
                                : "\\k<" + name + ">");
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
                Pattern.compile(regex + "(?:\\.gz)?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                List.copyOf(groups.keySet()));
    }

    /** What the pattern captures of a path, or nothing if it does not match. */
    public Optional<Map<String, String>> match(String path) {
        Matcher matcher = regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> captured = new HashMap<>();
        for (String name : captures) {
            captured.put(name, matcher.group(name));
        }
        return Optional.of(captured);
    }
}
