package no.barometer.survey;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A glob over paths below {@code input/}: {@code *} within a folder, {@code **} over folders, and {@code {wave}},
 * {@code {version}}, {@code {part}} for what is captured. A pattern without a slash matches in every folder. Letter case
 * does not matter, and {@code .gz} may follow. What is captured twice must be the same both times.
 */
public final class FilePattern {
    /** A dot only between digits: {@code q{wave}.csv} is a pattern of q2010.csv, not of q2010.fields.csv. */
    private static final String WAVE = "(?:[^/.]|[0-9]+(?:\\.[0-9]+)+)";

    private static final List<String> CAPTURES = List.of("wave", "version", "part");

    private final String glob;
    private final String expression;
    /** How often each capture stands in the pattern. */
    private final Map<String, Integer> groups;

    private final Start start;
    private final @Nullable OneCapture plain;
    private volatile @Nullable Pattern regex;

    private FilePattern(String glob, String expression, Map<String, Integer> groups) {
        this.glob = glob;
        this.expression = expression;
        this.groups = groups;
        this.start = Start.of(glob);
        this.plain = OneCapture.of(glob);
    }

    public static FilePattern of(String glob) {
        StringBuilder regex = new StringBuilder(glob.contains("/") ? "" : "(?:.*/)?");
        Map<String, Integer> groups = new LinkedHashMap<>();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int close = c == '{' ? glob.indexOf('}', at) : -1;
            if (close > 0 && CAPTURES.contains(glob.substring(at + 1, close))) {
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
        return new FilePattern(glob, regex + "(?:\\.gz)?", Map.copyOf(groups));
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

    /** As it is written. */
    public String glob() {
        return glob;
    }

    Start start() {
        return start;
    }

    /** What the pattern captures of a path, or nothing if it does not match. */
    public Optional<Map<String, String>> match(String path) {
        if (plain != null && OneCapture.isPlain(path)) {
            return plain.match(path);
        }
        return start.isOf(path) ? matchRegex(path) : Optional.empty();
    }

    /** The same by a regular expression, made when it is asked first: most patterns never need one. */
    Optional<Map<String, String>> matchRegex(String path) {
        Matcher matcher = compiled().matcher(path);
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

    private Pattern compiled() {
        Pattern compiled = regex;
        if (compiled == null) {
            compiled = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            regex = compiled;
        }
        return compiled;
    }

    /** What all versions of a file are called alike: the path in lower case without what is captured as the version. */
    public String withoutVersion(String path) {
        Matcher matcher = compiled().matcher(path);
        StringBuilder rest = new StringBuilder(path);
        if (matcher.matches()) {
            for (int i = groups.getOrDefault("version", 0); i > 0; i--) {
                rest.delete(matcher.start("version" + i), matcher.end("version" + i));
            }
        }
        return rest.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    }

    /** What the pattern captures: some of {@code wave}, {@code version} and {@code part}. */
    public Set<String> captures() {
        return groups.keySet();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePattern pattern && pattern.glob.equals(glob);
    }

    @Override
    public int hashCode() {
        return glob.hashCode();
    }

    @Override
    public String toString() {
        return glob;
    }
}
