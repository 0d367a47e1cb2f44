package no.barometer.publish.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of figures from its lowest to its highest tick.
 *
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record Axis(BigDecimal low, BigDecimal high, BigDecimal step) {
    private static final double ROOM = 1.02;
    /** How many steps an axis is to have; as few of them as that gives. */
    private static final int TICKS = 5;

    /** An axis may leave out zero where it would press all figures into the upper part of the picture. */
    private static final double FLAT = 0.5;

    /** An axis that holds all figures of a chart and their intervals. */
    static Axis of(Chart chart) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Chart.Panel panel : chart.panels()) {
            for (Chart.Series series : panel.series()) {
                for (Chart.Point point : series.points()) {
                    low = Math.min(low, point.low() == null ? point.value() : point.low());
                    high = Math.max(high, point.high() == null ? point.value() : point.high());
                }
            }
        }
        boolean zero = chart.scale().fromZero()
                || chart.form() == Chart.Form.BARS
                || low <= 0
                || high <= 0
                || low < high * FLAT;
        return between(zero ? Math.min(0, low) : low, zero ? Math.max(0, high) : high);
    }

    private static Axis between(double low, double high) {
        double span = high > low ? high - low : Math.max(Math.abs(high), 1);
        BigDecimal step = step(span * ROOM / TICKS);
        BigDecimal from = floor(low, step);
        BigDecimal to = floor(high, step);
        if (to.doubleValue() < high || to.compareTo(from) == 0) {
            to = to.add(step);
        }
        return new Axis(from, to, step);
    }

    private static BigDecimal step(double atLeast) {
        BigDecimal power = BigDecimal.ONE.movePointLeft(9);
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
                if (step.doubleValue() >= atLeast) {
                    return step;
                }
            }
            power = power.movePointRight(1);
        }
    }

    private static BigDecimal floor(double figure, BigDecimal step) {
        return BigDecimal.valueOf(figure).divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = low; tick.compareTo(high) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    boolean holdsZero() {
        return low.signum() <= 0;
    }

    /** Share of the axis' length at which a figure stands. */
    double at(double figure) {
        return (figure - low.doubleValue()) / (high.doubleValue() - low.doubleValue());
    }

    /** A tick as it is written, all of them with as many decimals. */
    String text(BigDecimal tick, Chart.Scale scale) {
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        String digits = tick.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        return digits.replace(".", scale.decimalSign()).replace("-", "\u2212") + scale.suffix();
    }
}
