package no.barometer.sheet;

import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** Ends the reading of a file with a problem. Never leaves this package. */
final class Fault extends RuntimeException {
    private final transient Problem problem;

    Fault(Problem problem) {
        super(problem.kind().code(), null, false, false);
        this.problem = problem;
    }

    /** The same where no place within the file was known, now with the sheet. */
    Fault in(String sheet) {
        Location at = problem.at();
        return at.equals(Location.of(at.delivery()))
                ? new Fault(Problem.of(
                        problem.kind(), Location.cell(at.delivery(), sheet, ""), problem.found(), problem.expected()))
                : this;
    }

    Problem problem() {
        return problem;
    }
}
