package no.barometer.survey;

import java.util.List;
import java.util.stream.Collectors;
import no.barometer.problem.Problem;

/** One or more definitions cannot be used. Carries every fault of every file, in the order of file, line and column. */
public final class BadDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BadDefinition(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.at() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All faults; the location's delivery is {@code jobs/<file name>}, its cell the column of the line. */
    public List<Problem> problems() {
        return problems;
    }
}
