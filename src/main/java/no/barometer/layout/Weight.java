package no.barometer.layout;

import no.barometer.layout.WideSums.Wide;
import org.jspecify.annotations.Nullable;

/**
 * A respondent's weight in the forms that are summed, worked out once; its square in one of two.
 *
 * @param nanos as a count of 10^-9, or -1 where it is no such count
 * @param wide its square, or null where {@code picos} is it
 * @param picos its square as a count of 10^-12, or -1 where it has more than six decimals or is too large
 */
record Weight(
        Fixed exact, long nanos, double value, @Nullable Wide wide, long picos) {
    private static final long NANOS_OF_MICRO = 1_000;
    /** Beyond this are no weights, and no weighted numbers: their squares could not be summed. */
    static final double LARGEST = 1e13;

    static final Weight ONE = of(Fixed.ONE);

    static Weight of(Fixed exact) {
        double value = exact.toDouble();
        long nanos = exact.nanos();
        long picos = picos(nanos);
        return new Weight(exact, nanos, value, picos < 0 ? Wide.of(value * value) : null, picos);
    }

    Wide square() {
        return wide == null ? Wide.of(value * value) : wide;
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
