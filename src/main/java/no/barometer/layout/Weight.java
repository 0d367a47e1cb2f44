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

    /** The weight times a number, exact where both have at most nine decimals, else to the nearest multiple of 10^-18. */
    Weight times(Weight number) {
        return nanos >= 0 && number.nanos >= 0
                ? of(new Fixed(Math.multiplyHigh(nanos, number.nanos), nanos * number.nanos))
                : times(number.value);
    }

    /** The weight times a factor, to the nearest multiple of 10^-18. */
    Weight times(double factor) {
        return of(Fixed.of(value * factor));
    }
}
