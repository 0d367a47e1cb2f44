package no.barometer.trend;

import no.barometer.survey.BaseKind;
import no.barometer.survey.Totals;

/**
 * A statistic of totals: p = y·T / b·T, with a score y on the parts and b = 1 for the parts that make the base. Shares,
 * tops, nets and means are all of this form.
 *
 * @param value the ratio, unscaled; NaN where the base is empty
 * @param base unweighted number of respondents
 * @param effectiveBase Kish's (Σw)²/Σw² over the base
 */
record Ratio(double value, double base, double effectiveBase) {

    static Ratio of(Totals totals, double[] score, BaseKind baseKind) {
        if (totals.number()) {
            return ofNumber(totals);
        }
        double above = 0;
        double weight = 0;
        double squares = 0;
        long n = 0;
        for (int i = 0; i < score.length; i++) {
            if (totals.valid()[i] || baseKind == BaseKind.ASKED) {
                above += score[i] * totals.total()[i];
                weight += totals.total()[i];
                squares += totals.squares()[i];
                n += totals.n()[i];
            }
        }
        return n == 0 ? new Ratio(Double.NaN, 0, 0) : new Ratio(above / weight, n, weight * weight / squares);
    }

    /** The mean c + Σw(x-c)/Σw. */
    private static Ratio ofNumber(Totals totals) {
        double weight = totals.total()[1];
        long n = totals.n()[1];
        return n == 0
                ? new Ratio(Double.NaN, 0, 0)
                : new Ratio(totals.center() + totals.total()[0] / weight, n, weight * weight / totals.squares()[1]);
    }
}
