package no.barometer.sheet;

/** What stands in a cell. */
public enum CellKind {
    BLANK,
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    ERROR
}
