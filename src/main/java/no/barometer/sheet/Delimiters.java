package no.barometer.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import no.barometer.problem.Kind;

/** Finds the delimiter of a text file: the one that gives its records the same number of fields. */
final class Delimiters {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 100;
    private static final double ENOUGH = 0.5;
    private static final double CLEARLY = 1.25;

    private final String sample;
    private final boolean whole;
    private final char quote;
    private final char escape;

    /** @param records share of the records that have the usual number of fields, which is more than one */
    private record Score(char delimiter, double records, int fields) {}

    private Delimiters(String sample, boolean whole, char quote, char escape) {
        this.sample = sample;
        this.whole = whole;
        this.quote = quote;
        this.escape = escape;
    }

    /**
     * @param sample the beginning of the text
     * @param whole whether that is all of it
     * @param escape 0 if there is none
     */
    static char find(String sample, boolean whole, char quote, char escape, Source source) {
        return new Delimiters(sample, whole, quote, escape).find(source);
    }

    private char find(Source source) {
        OptionalInt said = said();
        if (said.isPresent()) {
            return (char) said.getAsInt();
        }
        List<Score> scores = new ArrayList<>();
        boolean any = false;
        for (char candidate : CANDIDATES) {
            Score score = score(candidate);
            any |= score.fields() != 1;
            if (score.fields() > 1 && score.records() >= ENOUGH) {
                scores.add(score);
            }
        }
        if (scores.size() > 1 && decimalCommas()) {
            scores.removeIf(score -> score.delimiter() == ',');
        }
        // whoever writes tabs means them; they hardly stand in texts
        for (Score score : scores) {
            boolean named = source.delivery()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\.gz$", "")
                    .endsWith(".tsv");
            if (score.delimiter() == '\t' && (named || score.records() == 1)) {
                return '\t';
            }
        }
        scores.sort((a, b) -> Double.compare(b.records(), a.records()));
        if (scores.isEmpty()) {
            if (!any) {
                return ',';
            }
            throw ambiguous("no one of comma, semicolon, tab and bar gives even records", source);
        }
        if (scores.size() > 1
                && scores.get(0).records() < CLEARLY * scores.get(1).records()) {
            throw ambiguous(name(scores.get(0)) + " and " + name(scores.get(1)) + " both divide it", source);
        }
        return scores.get(0).delimiter();
    }

    /** The first line that spreadsheet programs understand: {@code sep=;}. */
    private OptionalInt said() {
        boolean stated = sample.length() > 5
                && sample.regionMatches(true, 0, "sep=", 0, 4)
                && (sample.charAt(5) == '\r' || sample.charAt(5) == '\n');
        return stated ? OptionalInt.of(sample.charAt(4)) : OptionalInt.empty();
    }

    /** Whether commas stand between digits only. */
    private boolean decimalCommas() {
        for (int i = sample.indexOf(','); i >= 0; i = sample.indexOf(',', i + 1)) {
            boolean before = i > 0 && Character.isDigit(sample.charAt(i - 1));
            boolean after = i + 1 < sample.length() && Character.isDigit(sample.charAt(i + 1));
            if (!before || !after) {
                return false;
            }
        }
        return true;
    }

    private Score score(char delimiter) {
        List<Integer> counts = counts(delimiter);
        Map<Integer, Integer> records = new HashMap<>();
        counts.forEach(count -> records.merge(count, 1, Integer::sum));
        int usual = 1;
        for (Map.Entry<Integer, Integer> entry : records.entrySet()) {
            int most = records.getOrDefault(usual, 0);
            boolean more = entry.getValue() > most || (entry.getValue() == most && entry.getKey() > usual);
            if (entry.getKey() > 1 && (usual == 1 || more)) {
                usual = entry.getKey();
            }
        }
        return new Score(delimiter, records.getOrDefault(usual, 0) / (double) Math.max(1, counts.size()), usual);
    }

    /** The number of fields of each of the first records that are not blank. */
    private List<Integer> counts(char delimiter) {
        List<Integer> counts = new ArrayList<>();
        int fields = 1;
        boolean quoted = false;
        boolean fieldStart = true;
        boolean blank = true;
        for (int i = 0; i < sample.length() && counts.size() < RECORDS; i++) {
            char c = sample.charAt(i);
            if (escape != 0 && c == escape) {
                i++;
                fieldStart = false;
                blank = false;
            } else if (c == quote && (quoted || fieldStart)) {
                quoted = !quoted;
                // a doubled quote closes and opens again
                fieldStart = !quoted;
                blank = false;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) {
                    counts.add(fields);
                }
                fields = 1;
                fieldStart = true;
                blank = true;
            } else if (!quoted) {
                fieldStart = c == delimiter;
                fields += fieldStart ? 1 : 0;
                blank &= c == ' ';
            }
        }
        if ((whole && !blank && counts.size() < RECORDS) || counts.isEmpty()) {
            counts.add(fields);
        }
        return counts;
    }

    private static Fault ambiguous(String found, Source source) {
        return source.fault(Kind.AMBIGUOUS_FORMAT, found, "one delimiter");
    }

    private static String name(Score score) {
        return switch (score.delimiter()) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "bar";
        };
    }
}
