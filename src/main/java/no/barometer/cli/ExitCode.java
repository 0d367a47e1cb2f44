package no.barometer.cli;

/** What the process says at its end. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int REJECTED = 3;
    static final int ANOTHER_RUN = 4;

    private ExitCode() {}
}
