package no.barometer.sheet;

import java.math.BigDecimal;

/** Numbers as texts. */
final class Numerals {
    private static final String[] SMALL = new String[10_000];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = String.valueOf(i);
        }
    }

    private Numerals() {}

    /** The shortest decimal that reads back as the same number, without exponent. */
    static String plain(double value) {
        if (value >= 0 && value < SMALL.length && value == (int) value) {
            return SMALL[(int) value];
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
