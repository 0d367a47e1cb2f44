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
    /** Above this, 15 digits hold fewer than six decimals. */
    private static final double LARGE = 1e9;

    private Figures() {}

    /** At most six decimals, no trailing zeros, no exponent. */
    static String plain(@Nullable Double figure) {
        if (figure == null) {
            return "";
        }
        BigDecimal rounded = decimal(figure).setScale(AT_MOST, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** So many decimals, trailing zeros kept. */
    static String fixed(@Nullable Double figure, int decimals) {
        return figure == null
                ? ""
                : decimal(figure).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal decimal(double figure) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("not a figure: " + figure);
        }
        return new BigDecimal(figure).round(Math.abs(figure) < LARGE ? SURE : ALL);
    }
}
