package no.barometer.configuration;

import java.util.List;
import java.util.stream.Collectors;
import no.barometer.problem.Problem;

/** What an installation is told cannot be used; lists all that is wrong. */
public final class BadConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public BadConfiguration(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.at() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
