package no.barometer.trend;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of the distributions that intervals and tests take, to full precision. */
final class Quantiles {
    /** Half of what a 95 % interval leaves out. */
    static final double TAIL = 0.025;

    private static final Map<Double, Double> T = new ConcurrentHashMap<>();

    private Quantiles() {}

    /** Student's t above which a share of {@link #TAIL} lies. */
    static double t(double df) {
        return T.computeIfAbsent(df, at -> -polished(TDistribution.of(at), TAIL));
    }

    /** The probability of a t as far from zero as this, or farther. */
    static double twoSided(double t, double df) {
        return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    /** The value below which a probability lies, in a beta distribution; 0 or 1 where a parameter is 0. */
    static double beta(double probability, double a, double b) {
        if (a <= 0) {
            return 0;
        }
        return b <= 0 ? 1 : polished(BetaDistribution.of(a, b), probability);
    }

    /** One step of Newton's from what the search stopped at. */
    private static double polished(ContinuousDistribution distribution, double probability) {
        double x = distribution.inverseCumulativeProbability(probability);
        double density = distribution.density(x);
        double step = (distribution.cumulativeProbability(x) - probability) / density;
        double better = x - step;
        boolean sane = Double.isFinite(better)
                && better >= distribution.getSupportLowerBound()
                && better <= distribution.getSupportUpperBound();
        return sane ? better : x;
    }
}
