package no.barometer.layout;

import java.util.Arrays;

/**
 * Sums of squared weights that do not depend on their order: 192-bit integers that count units of 2^-84, so that the squares
 * of weights from 1e-8 to 1e13 keep more than nine digits. Sums reach 1.6e32.
 */
final class WideSums {
    private static final int FRACTION = 84;

    /** Three limbs a cell, the highest first. */
    private long[] limbs;

    WideSums(int size) {
        limbs = new long[3 * size];
    }

    /** A number as a 192-bit count of 2^-84; all but the high limb are unsigned. */
    record Wide(long high, long middle, long low) {
        static final Wide ONE = of(1);

        /** @throws ArithmeticException if the number is beyond 1.6e32 */
        static Wide of(double value) {
            long bits = Double.doubleToRawLongBits(value);
            int exponent = (int) (bits >>> 52) & 0x7ff;
            long mantissa = (bits & 0xfffffffffffffL) | 0x10000000000000L;
            // value = mantissa · 2^(exponent - 1075)
            int shift = exponent - 1075 + FRACTION;
            if (shift > 191 - 53) {
                throw new ArithmeticException("beyond 1.6e32: " + value);
            }
            if (shift < -53) {
                return new Wide(0, 0, 0);
            }
            if (shift < 0) {
                mantissa = ((mantissa >> (-shift - 1)) + 1) >> 1;
                shift = 0;
            }
            Wide wide = new Wide(limb(mantissa, shift - 128), limb(mantissa, shift - 64), limb(mantissa, shift));
            return value < 0 ? wide.negated() : wide;
        }

        private static long limb(long mantissa, int shift) {
            return shift <= -64 || shift >= 64 ? 0 : shift >= 0 ? mantissa << shift : mantissa >>> -shift;
        }

        Wide plus(Wide other) {
            long newLow = low + other.low;
            long carry = carried(newLow, low);
            long sum = middle + other.middle;
            long newMiddle = sum + carry;
            long next = carried(sum, middle) + carried(newMiddle, sum);
            return new Wide(Math.addExact(high, other.high + next), newMiddle, newLow);
        }

        Wide negated() {
            long newLow = -low;
            long newMiddle = ~middle + (low == 0 ? 1 : 0);
            return new Wide(~high + (low == 0 && middle == 0 ? 1 : 0), newMiddle, newLow);
        }

        double toDouble() {
            if (high < 0) {
                return -negated().toDouble();
            }
            return high * 0x1p44 + unsigned(middle) * 0x1p-20 + unsigned(low) * 0x1p-84;
        }

        private static double unsigned(long limb) {
            return limb >= 0 ? (double) limb : (double) ((limb >>> 1) | (limb & 1)) * 2;
        }
    }

    /** What a sum of two unsigned limbs carries over, known from one of the two. */
    private static long carried(long sum, long added) {
        return sum + Long.MIN_VALUE < added + Long.MIN_VALUE ? 1 : 0;
    }

    /** Adds the same value at each of some places. */
    void add(int[] places, int from, int end, Wide value) {
        for (int i = from; i < end; i++) {
            add(places[i], value.high, value.middle, value.low);
        }
    }

    void add(int at, Wide value) {
        add(at, value.high, value.middle, value.low);
    }

    private void add(int at, long high, long middle, long low) {
        int i = 3 * at;
        if (i >= limbs.length) {
            limbs = Arrays.copyOf(limbs, Math.max(i + 3, limbs.length / 3 / 2 * 3 + limbs.length));
        }
        long newLow = limbs[i + 2] + low;
        long sum = limbs[i + 1] + middle;
        long newMiddle = sum + carried(newLow, low);
        long next = high + carried(sum, middle) + carried(newMiddle, sum);
        limbs[i + 2] = newLow;
        limbs[i + 1] = newMiddle;
        if (next != 0) {
            limbs[i] = Math.addExact(limbs[i], next);
        }
    }

    /** Adds other sums, each at the place that {@code here} gives it. */
    void add(WideSums other, int[] here) {
        for (int at = 0; at < Math.min(here.length, other.limbs.length / 3); at++) {
            Wide value = other.wide(at);
            if ((value.high | value.middle | value.low) != 0) {
                add(here[at], value);
            }
        }
    }

    double get(int at) {
        return wide(at).toDouble();
    }

    /** The exact difference of two sums, as a double. */
    double difference(int at, int less) {
        return wide(at).plus(wide(less).negated()).toDouble();
    }

    private Wide wide(int at) {
        int i = 3 * at;
        return i >= limbs.length ? new Wide(0, 0, 0) : new Wide(limbs[i], limbs[i + 1], limbs[i + 2]);
    }
}
