package no.barometer.trend;

import no.barometer.survey.BaseKind;
import no.barometer.survey.Totals;

/**
 * A statistic of totals: p = y·T / b·T, with a score y on the parts and b = 1 for the parts that make the base. Shares,
 * tops, nets and means are all of this form; its variance is by the delta method v = gᵀ V g with g = (y - p) / b·T (Särndal,
 * Swensson and Wretman 1992, ch. 5.6).
 *
 * @param value the ratio, unscaled; NaN where the base is empty
 * @param variance of the ratio; 0 where it is nothing but rounding
 * @param df degrees of freedom: PSUs less strata with a respondent in the base
 * @param base unweighted number of respondents
 * @param effectiveBase Kish's (Σw)²/Σw² over the base
 * @param extreme whether nobody or everybody in the base is counted, by unweighted counts
 */
record Ratio(double value, double variance, int df, double base, double effectiveBase, Extreme extreme) {
    /** A quadratic form this much smaller than its terms is zero but for rounding. */
    private static final double ROUNDING = 1e-14;

    /** Shares without spread, which the formulas cannot tell. */
    enum Extreme {
        NONE,
        ZERO,
        ONE
    }

    static Ratio of(Totals totals, double[] score, BaseKind baseKind) {
        boolean[] inBase = inBase(totals, baseKind);
        double above = 0;
        double weight = 0;
        double squares = 0;
        long n = 0;
        long counted = 0;
        boolean proportion = !totals.number();
        for (int i = 0; i < inBase.length; i++) {
            if (inBase[i] && !isSum(totals, i)) {
                above += score[i] * totals.total()[i];
                weight += totals.total()[i];
                squares += totals.squares()[i];
                n += totals.n()[i];
                counted += score[i] == 1 ? totals.n()[i] : 0;
                proportion &= score[i] == 0 || score[i] == 1;
            }
        }
        if (n == 0) {
            return new Ratio(Double.NaN, Double.NaN, 0, 0, 0, Extreme.NONE);
        }
        double value = totals.number() ? totals.center() + totals.total()[0] / weight : above / weight;
        Extreme extreme =
                !proportion ? Extreme.NONE : counted == 0 ? Extreme.ZERO : counted == n ? Extreme.ONE : Extreme.NONE;
        return new Ratio(
                value,
                variance(totals, gradient(totals, score, baseKind)),
                baseKind == BaseKind.VALID ? totals.dfValid() : totals.dfAsked(),
                n,
                weight * weight / squares,
                extreme);
    }

    /** A ratio of printed figures, with a sampling error of n as good as independent respondents. */
    static Ratio ofPrinted(double value, double variance, double n) {
        return new Ratio(
                value,
                variance,
                (int) Math.min(Integer.MAX_VALUE, n) - 1,
                n,
                n,
                value == 0 ? Extreme.ZERO : value == 1 ? Extreme.ONE : Extreme.NONE);
    }

    /** The derivative of the ratio by each part's total. */
    static double[] gradient(Totals totals, double[] score, BaseKind baseKind) {
        boolean[] inBase = inBase(totals, baseKind);
        double above = 0;
        double weight = 0;
        for (int i = 0; i < inBase.length; i++) {
            if (inBase[i] && isSum(totals, i)) {
                above = totals.total()[i];
            } else if (inBase[i]) {
                above += totals.number() ? 0 : score[i] * totals.total()[i];
                weight += totals.total()[i];
            }
        }
        double ratio = above / weight;
        double[] gradient = new double[inBase.length];
        for (int i = 0; i < gradient.length; i++) {
            if (inBase[i]) {
                double y = totals.number() ? 0 : score[i];
                gradient[i] = isSum(totals, i) ? 1 / weight : (y - ratio) / weight;
            }
        }
        return gradient;
    }

    private static double variance(Totals totals, double[] gradient) {
        return form(gradient, totals::covariance);
    }

    /** The elements of a covariance matrix. */
    interface Matrix {
        double at(int i, int j);
    }

    /** gᵀ V g, never below zero. */
    static double form(double[] gradient, Matrix covariance) {
        double sum = 0;
        double size = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; gradient[i] != 0 && j < gradient.length; j++) {
                double term = gradient[i] * gradient[j] * covariance.at(i, j);
                sum += term;
                size += Math.abs(term);
            }
        }
        return sum <= ROUNDING * size ? 0 : sum;
    }

    private static boolean[] inBase(Totals totals, BaseKind baseKind) {
        boolean[] inBase = new boolean[totals.parts().size()];
        for (int i = 0; i < inBase.length; i++) {
            // a number has no mean among those who gave none
            inBase[i] = totals.valid()[i] || (baseKind == BaseKind.ASKED && !totals.number());
        }
        return inBase;
    }

    private static boolean isSum(Totals totals, int part) {
        return totals.number() && part == 0;
    }
}
