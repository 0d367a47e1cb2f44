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

    private static final double[] POWERS = new double[23];
    private static final long EXACT = 1L << 53;
    private static final int EXACT_DIGITS = 15;

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private Numerals() {}

    /**
     * The number a workbook writes, or NaN if it is none. Short decimals are an exact integer over an exact power of ten,
     * which one division rounds rightly; the rest is left to {@link Double#parseDouble}.
     */
    static double parse(char[] text, int length) {
        int i = length > 0 && text[0] == '-' ? 1 : 0;
        long digits = 0;
        int point = -1;
        int count = 0;
        for (; i < length; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9' && count < 18) {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = count;
            } else {
                return parseSlowly(text, length);
            }
        }
        if (count == 0 || digits > EXACT) {
            return parseSlowly(text, length);
        }
        double value = point < 0 ? digits : digits / POWERS[count - point];
        return text[0] == '-' ? -value : value;
    }

    /**
     * The number that digits with a sign between them stand for, or NaN if there is anything else: exact as above.
     *
     * @param sign before the decimals
     */
    static double decimal(char[] text, int start, int end, char sign) {
        if (end - start > EXACT_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == sign && point < 0 && i > start) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        return point < 0 || point == end - 1 ? Double.NaN : digits / POWERS[end - 1 - point];
    }

    private static double parseSlowly(char[] text, int length) {
        String number = new String(text, 0, length).strip();
        for (int i = 0; i < number.length(); i++) {
            if ("0123456789.+-eE".indexOf(number.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(number);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Most numbers of sheets have few decimals: fifteen digits and fewer are told apart by their double. */
    private static String decimal(boolean negative, String digits, int places) {
        StringBuilder text = new StringBuilder(digits.length() + 4);
        text.append(negative ? "-" : "");
        text.append("0".repeat(Math.max(0, places + 1 - digits.length()))).append(digits);
        return text.insert(text.length() - places, '.').toString();
    }

    /** The shortest decimal that reads back as the same number, without exponent. */
    static String plain(double value) {
        if (value >= 0 && value < SMALL.length && value == (int) value) {
            return SMALL[(int) value];
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        double size = Math.abs(value);
        for (int places = 1; places < POWERS.length && size * POWERS[places] < 1e15; places++) {
            long digits = Math.round(size * POWERS[places]);
            if (digits / POWERS[places] == size) {
                return decimal(value < 0, String.valueOf(digits), places);
            }
        }
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
