package no.barometer.trend;

import no.barometer.survey.Table;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/**
 * A figure in its place in a table, before it is known what must be withheld.
 *
 * @param reliability whether the figure is reliable enough to be shown
 * @param newSegment whether it is the first of its row after a break, declared or delivered
 * @param change from the figure at the place {@code since} of its row; null, and -1, where there is none
 * @param pValue of the change, adjusted
 * @param secret whether the figure would tell of too few respondents
 * @param uncounted whether the number of respondents behind it would
 */
record Draft(
        Table table,
        Estimate.Row row,
        Wave wave,
        Figure figure,
        Reliability reliability,
        boolean newSegment,
        @Nullable Change change,
        int since,
        @Nullable Double pValue,
        boolean secret,
        boolean uncounted) {

    Draft(Table table, Estimate.Row row, Wave wave, Figure figure) {
        this(table, row, wave, figure, reliability(table, figure), false, null, -1, null, false, false);
    }

    Draft inNewSegment() {
        return new Draft(table, row, wave, figure, reliability, true, null, -1, null, secret, uncounted);
    }

    Draft with(@Nullable Change other, int place) {
        return new Draft(table, row, wave, figure, reliability, newSegment, other, place, pValue, secret, uncounted);
    }

    Draft withPValue(double adjusted) {
        return new Draft(table, row, wave, figure, reliability, newSegment, change, since, adjusted, secret, uncounted);
    }

    Draft withheld(boolean withFigure, boolean withCount) {
        return new Draft(
                table, row, wave, figure, reliability, newSegment, change, since, pValue, withFigure, withCount);
    }

    /** Printed figures are as reliable as whoever printed them says. */
    private static Reliability reliability(Table table, Figure figure) {
        Ratio ratio = figure.ratio();
        return ratio == null || figure.origin() == null
                ? Reliability.SHOWN
                : Reliability.of(ratio, figure.estimand(), table.rules());
    }

    /** Whether the figure is published. */
    boolean shown() {
        return figure.value() != null && !secret && reliability != Reliability.WITHHELD;
    }

    /** @param sinceShown whether the figure it is compared with is shown */
    Estimate estimate(boolean sinceShown) {
        Ratio ratio = shown() ? figure.ratio() : null;
        Interval interval = ratio == null
                ? null
                : Interval.of(ratio, figure.estimand(), table.rules().interval());
        double scale = figure.estimand().scale();
        Change told = shown() && sinceShown ? change : null;
        return new Estimate(
                row,
                wave,
                shown() ? figure.value() : null,
                ratio == null ? null : Double.valueOf(Math.sqrt(ratio.variance()) * scale),
                interval == null ? null : Double.valueOf(interval.low() * scale),
                interval == null ? null : Double.valueOf(interval.high() * scale),
                secret ? null : figure.base(),
                secret ? null : figure.effectiveBase(),
                told == null ? null : Double.valueOf(told.difference()),
                told == null ? null : pValue,
                obsStatus(),
                secret ? "C" : reliability == Reliability.WITHHELD ? "N" : figure.confStatus(),
                figure.method(),
                secret || uncounted ? files(figure.source()) : figure.source());
    }

    private String obsStatus() {
        String own = figure.obsStatus();
        String status = newSegment && !own.contains("b") ? "b" + own : own;
        return reliability == Reliability.SHOWN || secret || own.contains("u") ? status : status + "u";
    }

    private static String files(String source) {
        int end = source.indexOf(" > ");
        return end < 0 ? source : source.substring(0, end);
    }
}
