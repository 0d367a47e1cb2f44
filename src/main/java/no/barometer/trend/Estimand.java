package no.barometer.trend;

/** What a figure estimates, which decides how its uncertainty is told. */
enum Estimand {
    /** A proportion: share or top. */
    SHARE,
    /** A difference of two shares of one base. */
    NET,
    MEAN,
    /** A plain value. */
    VALUE;

    /** Figures are printed in percent. */
    double scale() {
        return this == SHARE || this == NET ? 100 : 1;
    }
}
