package no.barometer.layout;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads numbers as people write them: {@code 45}, {@code 45,3}, {@code 45 %}, {@code <1}, {@code 1 234},
 * {@code 1.234,5}, {@code 12,3 e}. What reads differently by locale is never guessed.
 */
public final class Numbers {
    private static final Set<String> DECIMAL_DOT = Set.of("en", "csv", "zh", "ja", "ko", "th", "he", "ga");
    private static final double[] POWERS = {
        1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int EXACT_DIGITS = 15;

    /** Where the locale is not known. */
    static final char UNKNOWN_SIGN = 0;

    private static final NotANumber NONE = new NotANumber();

    private Numbers() {}

    /** What a text says. */
    public sealed interface Reading {}

    /**
     * A number.
     *
     * @param value as written: {@code 45 %} is 45
     * @param percent whether a percent sign follows
     * @param mark what follows the number, such as {@code e} or {@code [c]}; empty if nothing does
     */
    public record Plain(double value, boolean percent, String mark) implements Reading {}

    /** Below a bound: {@code <1} or {@code < 1 %}. */
    public record LessThan(double bound) implements Reading {}

    /** Different numbers in different locales. */
    public record Ambiguous(List<String> readings) implements Reading {}

    /** No number: a text, a mark alone, or nothing. */
    public record NotANumber() implements Reading {}

    /**
     * @param locale language tag such as {@code nb} or {@code en-GB}; {@code csv} for decimals as machines write them; empty
     *     if it is not known
     */
    public static Reading read(String text, String locale) {
        int length = text.length();
        if (length == 0) {
            return NONE;
        }
        if (length <= 9) {
            long digits = digits(text);
            if (digits >= 0) {
                return new Plain(digits, false, "");
            }
        }
        Separators separators = separators(locale);
        double decimal = decimal(text, separators);
        return decimal >= 0 ? new Plain(decimal, false, "") : new NumberText(text, separators).read();
    }

    /**
     * The value of digits with one decimal sign between them, or -1 where it takes a closer look. An exact integer over an
     * exact power of ten: one division, rightly rounded.
     */
    private static double decimal(String text, Separators separators) {
        long mantissa = 0;
        int point = -1;
        int length = text.length();
        if (length > EXACT_DIGITS + 1) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
            } else if (point < 0 && i > 0 && isDecimal(c, separators)) {
                point = i;
            } else {
                return -1;
            }
        }
        int decimals = length - point - 1;
        boolean maybeGroup = separators == Separators.UNKNOWN && decimals == 3;
        return point < 0 || decimals == 0 || maybeGroup ? -1 : mantissa / POWERS[decimals];
    }

    private static boolean isDecimal(char c, Separators separators) {
        return switch (separators) {
            case UNKNOWN -> c == '.' || c == ',';
            case MACHINE, DECIMAL_DOT -> c == '.';
            case DECIMAL_COMMA -> c == ',';
        };
    }

    /** Which signs the locale gives a number. */
    static Separators separators(String locale) {
        if (locale.isEmpty()) {
            return Separators.UNKNOWN;
        }
        int end = 0;
        while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
            end++;
        }
        String language = locale.substring(0, end).toLowerCase(Locale.ROOT);
        if (language.equals("csv")) {
            return Separators.MACHINE;
        }
        boolean swiss = locale.endsWith("CH") || locale.endsWith("LI");
        return DECIMAL_DOT.contains(language) || swiss ? Separators.DECIMAL_DOT : Separators.DECIMAL_COMMA;
    }

    /** The sign before decimals in a locale. */
    static char decimalSign(String locale) {
        return switch (separators(locale)) {
            case UNKNOWN -> UNKNOWN_SIGN;
            case MACHINE, DECIMAL_DOT -> '.';
            case DECIMAL_COMMA -> ',';
        };
    }

    /** The signs of a locale. */
    enum Separators {
        UNKNOWN,
        MACHINE,
        DECIMAL_DOT,
        DECIMAL_COMMA
    }

    /** A number of digits alone, or -1. */
    private static long digits(String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /** The value of a plain decimal such as {@code -12.5e3}; the same as {@link Double#parseDouble}. */
    static double value(String plain) {
        double decimal = decimal(plain, Separators.MACHINE);
        return decimal >= 0 ? decimal : Double.parseDouble(plain);
    }
}
