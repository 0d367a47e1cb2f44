package no.barometer.layout;

import no.barometer.layout.WideSums.Wide;

/**
 * A respondent's weight in the forms that are summed, worked out once.
 *
 * @param nanos as a count of 10^-9, or -1 where it is no such count
 * @param picos its square as a count of 10^-12, or -1 where it has more than six decimals or is too large
 */
record Weight(Fixed exact, long nanos, double value, Wide square, long picos) {
    private static final long NANOS_OF_MICRO = 1_000;
    /** Beyond this are no weights, and no weighted numbers: their squares could not be summed. */
    static final double LARGEST = 1e13;

    static final Weight ONE = of(Fixed.ONE);

    static Weight of(Fixed exact) {
        double value = exact.toDouble();
        return new Weight(exact, exact.nanos(), value, Wide.of(value * value), picos(exact.nanos()));
    }

    private static long picos(long nanos) {
        long micros = nanos / NANOS_OF_MICRO;
        return nanos >= 0 && micros * NANOS_OF_MICRO == nanos && micros <= Integer.MAX_VALUE ? micros * micros : -1;
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
