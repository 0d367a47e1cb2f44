package no.barometer.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/**
 * Collects the faults of one delivery. The same fault met again in the same column is counted, not listed again: a
 * misspelt answer in 10 000 rows is one thing to mend.
 */
final class Faults {
    private static final int MOST = 1_000;

    private final String survey;
    private final Map<List<String>, Met> met = new LinkedHashMap<>();
    private long left;
    private boolean anyError;

    Faults(String survey) {
        this.survey = survey;
    }

    /** Adds a fault; {@code column} tells like faults from others. */
    void add(Kind kind, Location at, String column, String found, String expected) {
        anyError |= Problem.of(kind, at, "", "").isError();
        Met earlier = met.get(List.of(kind.name(), at.sheet(), column, found));
        if (earlier != null) {
            earlier.times++;
        } else if (met.size() < MOST) {
            met.put(
                    List.of(kind.name(), at.sheet(), column, found),
                    new Met(new Problem(kind, at, survey, found, expected)));
        } else {
            left++;
        }
    }

    void add(Problem problem) {
        anyError |= problem.isError();
        met.put(List.of(problem.toString()), new Met(problem.in(survey)));
    }

    boolean anyError() {
        return anyError;
    }

    List<Problem> list() {
        List<Problem> problems = new ArrayList<>();
        for (Met one : met.values()) {
            Problem problem = one.problem;
            problems.add(
                    one.times == 1
                            ? problem
                            : new Problem(
                                    problem.kind(),
                                    problem.at(),
                                    problem.survey(),
                                    problem.found(),
                                    problem.expected() + " (" + one.times + " times)"));
        }
        if (left > 0) {
            Problem last = problems.get(problems.size() - 1);
            problems.add(new Problem(
                    Kind.TOO_LARGE,
                    Location.of(last.at().delivery()),
                    survey,
                    left + " more faults",
                    "at most " + MOST + " to be listed"));
        }
        return problems;
    }

    private static final class Met {
        private final Problem problem;
        private long times = 1;

        private Met(Problem problem) {
            this.problem = problem;
        }
    }
}
