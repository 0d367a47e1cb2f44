package no.barometer.trend;

import no.barometer.survey.Pair;
import org.jspecify.annotations.Nullable;

/**
 * The change of a figure since the wave before, in the unit of the figure.
 *
 * @param pValue of no change, unadjusted; null where there is no sampling error, or none known
 */
record Change(double difference, @Nullable Double pValue) {

    /**
     * From the earlier figure to the later one. Of independent samples variances and degrees of freedom add up; of a panel
     * both come from the pair.
     *
     * @param panel whether the waves share respondents
     * @param pair null where the waves share none, or nothing is known of it
     */
    static @Nullable Change between(Figure before, Figure now, boolean panel, @Nullable Pair pair) {
        Double from = before.value();
        Double to = now.value();
        if (from == null || to == null) {
            return null;
        }
        return new Change(to - from, pValue(before, now, panel, pair));
    }

    private static @Nullable Double pValue(Figure before, Figure now, boolean panel, @Nullable Pair pair) {
        Ratio first = before.ratio();
        Ratio second = now.ratio();
        if (first == null || second == null) {
            return null;
        }
        Figure.Origin one = before.origin();
        Figure.Origin two = now.origin();
        double variance = first.variance() + second.variance();
        int df = first.df() + second.df() - 1;
        if (panel && one != null && two != null) {
            if (pair == null) {
                return null;
            }
            variance = variance(pair, one, two);
            df = (now.asked() ? pair.dfAsked() : pair.dfValid()) - 1;
        }
        if (!(variance > 0) || df <= 0) {
            return null;
        }
        double p = Quantiles.twoSided((second.value() - first.value()) / Math.sqrt(variance), df);
        return Double.isNaN(p) ? null : p;
    }

    /** The variance of a difference of two ratios whose totals have this joint covariance. */
    private static double variance(Pair pair, Figure.Origin before, Figure.Origin now) {
        int k = pair.parts().size();
        double[] gradient = new double[2 * k];
        place(before, pair, gradient, 0, -1);
        place(now, pair, gradient, k, 1);
        return Ratio.form(gradient, pair::covariance);
    }

    private static void place(Figure.Origin origin, Pair pair, double[] gradient, int offset, int sign) {
        double[] own = Ratio.gradient(origin.totals(), origin.score(), origin.baseKind());
        for (int i = 0; i < own.length; i++) {
            int at = pair.parts().indexOf(origin.totals().parts().get(i));
            if (at >= 0) {
                gradient[offset + at] = sign * own[i];
            }
        }
    }
}
