package no.barometer.problem;

/** What a problem does: an error rejects its delivery (or wave, or definition), a warning is only told. */
public enum Severity {
    ERROR,
    WARNING
}
