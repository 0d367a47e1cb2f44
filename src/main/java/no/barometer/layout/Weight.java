package no.barometer.layout;

import no.barometer.layout.WideSums.Wide;

/**
 * A respondent's weight in the forms that are summed, worked out once.
 *
 * @param nanos as a count of 10^-9, or -1 where it is no such count
 */
record Weight(Fixed exact, long nanos, double value, Wide square) {
    static final Weight ONE = of(Fixed.ONE);
    /** Beyond this are no weights, and no weighted numbers: their squares could not be summed. */
    static final double LARGEST = 1e13;

    static Weight of(Fixed exact) {
        double value = exact.toDouble();
        return new Weight(exact, exact.nanos(), value, Wide.of(value * value));
    }

    /** The weight times a factor, as the nearest multiple of 10^-18. */
    Weight times(double factor) {
        return of(Fixed.of(value * factor));
    }
}
