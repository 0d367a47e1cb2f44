package no.barometer.layout;

/** Sums by cell, whose order does not show. */
interface Sums {
    double get(int at);

    /** The difference of two sums, exact but for the last rounding. */
    double difference(int at, int less);
}
