package no.barometer.trend;

import no.barometer.survey.Rules;

/** Whether a figure of respondents is reliable enough to be shown. */
enum Reliability {
    SHOWN,
    /** Shown with the status {@code u}. */
    FLAGGED,
    WITHHELD;

    private static final double SMALLEST_BASE = 30;
    private static final double NARROW = 0.05;
    private static final double WIDE = 0.30;
    private static final double RELATIVELY_WIDE = 1.30;
    private static final int FEW_DF = 8;
    private static final double FREE = 0.165;
    private static final double WITH_CARE = 0.333;

    static Reliability of(Ratio ratio, Estimand estimand, Rules rules) {
        return switch (rules.reliability()) {
            case OFF -> SHOWN;
            case NCHS -> estimand == Estimand.SHARE ? ofShare(ratio) : ofBase(ratio);
            case STATISTICS_CANADA -> ofVariation(ratio, estimand, rules.smallest());
        };
    }

    /** Parker et al. 2017, National Center for Health Statistics Data Presentation Standards for Proportions. */
    private static Reliability ofShare(Ratio ratio) {
        double p = ratio.value();
        boolean extreme = ratio.extreme() != Ratio.Extreme.NONE;
        double m = extreme || ratio.variance() <= 0 ? ratio.base() : p * (1 - p) / ratio.variance();
        if (Math.min(ratio.base(), m) < SMALLEST_BASE) {
            return WITHHELD;
        }
        if (extreme) {
            return FLAGGED;
        }
        if (ratio.variance() <= 0) {
            return SHOWN;
        }
        Interval interval = Interval.kornGraubard(ratio, ratio.base());
        if (interval == null) {
            return FLAGGED;
        }
        double width = interval.width();
        if (width <= NARROW) {
            return SHOWN;
        }
        if (width >= WIDE || width / p > RELATIVELY_WIDE) {
            return WITHHELD;
        }
        return width / (1 - p) > RELATIVELY_WIDE || ratio.df() < FEW_DF ? FLAGGED : SHOWN;
    }

    /** The standard is about proportions; means and nets need as many respondents. */
    private static Reliability ofBase(Ratio ratio) {
        return Math.min(ratio.base(), ratio.effectiveBase()) < SMALLEST_BASE ? WITHHELD : SHOWN;
    }

    /** By coefficient of variation, which a net, being a difference, does not have. */
    private static Reliability ofVariation(Ratio ratio, Estimand estimand, int smallest) {
        if (ratio.base() < smallest || ratio.extreme() == Ratio.Extreme.ZERO) {
            return WITHHELD;
        }
        if (estimand == Estimand.NET) {
            return SHOWN;
        }
        double variation = Math.sqrt(ratio.variance()) / Math.abs(ratio.value());
        return variation <= FREE ? SHOWN : variation <= WITH_CARE ? FLAGGED : WITHHELD;
    }
}
