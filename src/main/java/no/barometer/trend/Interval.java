package no.barometer.trend;

import no.barometer.survey.Rules;
import org.jspecify.annotations.Nullable;

/** A 95 % interval of a ratio, unscaled. */
record Interval(double low, double high) {
    double width() {
        return high - low;
    }

    /**
     * The interval of an estimate; null where it has none: without degrees of freedom, or without variance.
     *
     * @param method for shares
     */
    static @Nullable Interval of(Ratio ratio, Estimand estimand, Rules.Interval method) {
        if (estimand == Estimand.SHARE && ratio.extreme() != Ratio.Extreme.NONE) {
            return exact(ratio);
        }
        if (ratio.df() <= 0 || !(ratio.variance() > 0)) {
            return null;
        }
        if (estimand != Estimand.SHARE) {
            double half = Quantiles.t(ratio.df()) * Math.sqrt(ratio.variance());
            return new Interval(ratio.value() - half, ratio.value() + half);
        }
        return method == Rules.Interval.BETA ? kornGraubard(ratio, Double.POSITIVE_INFINITY) : logit(ratio);
    }

    /** Symmetric on the scale of the logit (R survey's {@code xlogit}). */
    private static Interval logit(Ratio ratio) {
        double p = ratio.value();
        double centre = StrictMath.log(p / (1 - p));
        double half = Quantiles.t(ratio.df()) * Math.sqrt(ratio.variance()) / (p * (1 - p));
        return new Interval(expit(centre - half), expit(centre + half));
    }

    private static double expit(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /**
     * Korn and Graubard 1998: Clopper and Pearson's interval on the effective number of respondents.
     *
     * @param most that number at most
     */
    static @Nullable Interval kornGraubard(Ratio ratio, double most) {
        double p = ratio.value();
        if (ratio.df() <= 0 || !(ratio.variance() > 0) || ratio.base() < 2) {
            return null;
        }
        double adjustment = Quantiles.t(ratio.base() - 1) / Quantiles.t(ratio.df());
        double m = Math.min(most, p * (1 - p) / ratio.variance() * adjustment * adjustment);
        return new Interval(
                Quantiles.beta(Quantiles.TAIL, m * p, m * (1 - p) + 1),
                Quantiles.beta(1 - Quantiles.TAIL, m * p + 1, m * (1 - p)));
    }

    /** Clopper and Pearson 1934, where nobody or everybody is counted. */
    private static Interval exact(Ratio ratio) {
        double other = -StrictMath.expm1(StrictMath.log(Quantiles.TAIL) / ratio.base());
        return ratio.extreme() == Ratio.Extreme.ZERO ? new Interval(0, other) : new Interval(1 - other, 1);
    }
}
