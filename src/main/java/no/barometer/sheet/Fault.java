package no.barometer.sheet;

import no.barometer.problem.Problem;

/** Ends the reading of a file with a problem. Never leaves this package. */
final class Fault extends RuntimeException {
    private final transient Problem problem;

    Fault(Problem problem) {
        super(problem.kind().code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
