package no.barometer.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A decimal number as a 128-bit count of 10^-18; {@code low} is unsigned. */
record Fixed(long high, long low) {
    static final Fixed ONE = of(BigDecimal.ONE);

    private static final int DECIMALS = 18;
    private static final double UNIT = 1e18;
    private static final double TWO_64 = 0x1p64;
    private static final long NANO = 1_000_000_000L;
    private static final double SHORT = 1e6;
    private static final long[] POWERS = new long[DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= DECIMALS; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** @throws ArithmeticException if the number is beyond 1.7e20 */
    static Fixed of(BigDecimal value) {
        // an exponent of many digits must not be written out
        long digits = (long) value.precision() - value.scale();
        if (digits < -DECIMALS - 1) {
            return new Fixed(0, 0);
        }
        BigInteger units = digits > 21
                ? BigInteger.TWO.pow(127)
                : value.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue();
        if (units.bitLength() > 127) {
            throw new ArithmeticException("beyond 1.7e20: " + value);
        }
        return new Fixed(units.shiftRight(64).longValue(), units.longValue());
    }

    static Fixed of(double value) {
        return of(new BigDecimal(value));
    }

    /** The shortest decimal that reads back as the same number. */
    static Fixed shortest(double value) {
        if (value >= 0 && value < SHORT) {
            // a decimal of at most 15 digits: no shorter one reads back as the same number
            long nanos = Math.round(value * NANO);
            if (nanos / (double) NANO == value) {
                return new Fixed(Math.multiplyHigh(nanos, NANO), nanos * NANO);
            }
        }
        return of(BigDecimal.valueOf(value));
    }

    /** The number that a decimal text such as {@code 1.234567} stands for; plain digits with a dot are read fast. */
    static Fixed of(String decimal) {
        long mantissa = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = 0; i < decimal.length(); i++) {
            char c = decimal.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9' && digits < 18) {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return of(new BigDecimal(decimal));
            }
        }
        if (digits == 0) {
            throw new NumberFormatException(decimal);
        }
        long power = POWERS[DECIMALS - Math.max(0, decimals)];
        return new Fixed(Math.multiplyHigh(mantissa, power), mantissa * power);
    }

    /** The number as a count of 10^-9, or -1 if it is negative, has more decimals or is beyond 9.2e9. */
    long nanos() {
        if (high < 0 || high >= NANO >> 1) {
            return -1;
        }
        long upper = (high << 32) | (low >>> 32);
        long lower = (upper % NANO << 32) | (low & 0xffffffffL);
        long quotient = upper / NANO;
        return lower % NANO == 0 && quotient < 1L << 31 ? (quotient << 32) + lower / NANO : -1;
    }

    boolean isZero() {
        return (high | low) == 0;
    }

    double toDouble() {
        return toDouble(high, low);
    }

    static double toDouble(long high, long low) {
        if (high < 0) {
            long negated = -low;
            return -positive(~high + (negated == 0 ? 1 : 0), negated);
        }
        return positive(high, low);
    }

    private static double positive(long high, long low) {
        double unsigned = low >= 0 ? (double) low : (double) ((low >>> 1) | (low & 1)) * 2;
        return (high * TWO_64 + unsigned) / UNIT;
    }
}
