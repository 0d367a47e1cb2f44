package no.barometer.problem;

import java.util.Comparator;

/**
 * A fault in data or definition: what kind, where, what was found and what was expected. The message is rendered when it
 * is printed.
 *
 * @param survey id of the survey, or empty where none claims the file
 */
public record Problem(Kind kind, Location at, String survey, String found, String expected)
        implements Comparable<Problem> {
    private static final int LONGEST_QUOTE = 200;
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::kind)
            .thenComparing(Problem::survey)
            .thenComparing(Problem::found)
            .thenComparing(Problem::expected);

    public Problem {
        found = Visible.of(shortened(found));
        expected = Visible.of(shortened(expected));
    }

    public static Problem of(Kind kind, Location at, String found, String expected) {
        return new Problem(kind, at, "", found, expected);
    }

    public Problem in(String surveyId) {
        return new Problem(kind, at, surveyId, found, expected);
    }

    public boolean isError() {
        return kind.severity() == Severity.ERROR;
    }

    /** One sentence with what was found, what was expected and what to do. */
    public String message() {
        return kind.template().replace("{found}", found).replace("{expected}", expected);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
