package no.barometer.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as they are printed: rounded once, half away from zero, on the decimal number that the double stands for. A
 * missing figure is an empty text.
 */
final class Figures {
    private static final int AT_MOST = 6;
    /** The decimal digits a double is sure of, so that 100 * 0.285 is the tie 28.5 that it was meant to be. */
    private static final MathContext SURE = new MathContext(15, RoundingMode.HALF_UP);

    private static final MathContext ALL = new MathContext(17, RoundingMode.HALF_UP);
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    /** Above this, 15 digits hold fewer than six decimals. */
    private static final double LARGE = 1e9;

    private Figures() {}

    /** At most six decimals, no trailing zeros, no exponent. */
    static String plain(@Nullable Double figure) {
        if (figure == null) {
            return "";
        }
        long units = units(figure, AT_MOST);
        if (units >= 0) {
            return text(figure < 0, units, AT_MOST, false);
        }
        BigDecimal rounded = decimal(figure).setScale(AT_MOST, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** So many decimals, trailing zeros kept. */
    static String fixed(@Nullable Double figure, int decimals) {
        if (figure == null) {
            return "";
        }
        long units = decimals <= AT_MOST ? units(figure, decimals) : -1;
        return units >= 0
                ? text(figure < 0, units, decimals, true)
                : decimal(figure).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /**
     * How many units of the last decimal a figure's amount is rounded to; -1 where it is so near a tie, or so large, that
     * only its exact decimal number can tell. Rounding to 15 digits moves an amount below 1e12 units by less than 0.005 of
     * them.
     */
    private static long units(double figure, int decimals) {
        double units = Math.abs(figure) * TENS[decimals];
        if (!(units < 1e12)) {
            return -1;
        }
        long below = (long) units;
        double rest = units - below;
        return Math.abs(rest - 0.5) < 0.01 ? -1 : rest < 0.5 ? below : below + 1;
    }

    /** @param zeros whether those at the end stay */
    private static String text(boolean negative, long units, int decimals, boolean zeros) {
        long rest = units;
        int places = decimals;
        while (!zeros && places > 0 && rest % 10 == 0) {
            rest /= 10;
            places--;
        }
        String digits = Long.toString(rest);
        StringBuilder text = new StringBuilder(digits.length() + places + 3);
        if (negative && rest > 0) {
            text.append('-');
        }
        if (places == 0) {
            return text.append(digits).toString();
        }
        int whole = digits.length() - places;
        if (whole > 0) {
            return text.append(digits, 0, whole)
                    .append('.')
                    .append(digits, whole, digits.length())
                    .toString();
        }
        return text.append("0.").append("0".repeat(-whole)).append(digits).toString();
    }

    /** The decimal number that a figure stands for, not rounded to be printed: what shows it may do that once. */
    static BigDecimal decimal(double figure) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("not a figure: " + figure);
        }
        return new BigDecimal(figure).round(Math.abs(figure) < LARGE ? SURE : ALL);
    }
}
