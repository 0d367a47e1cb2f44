package no.barometer.publish.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.barometer.publish.chart.Chart.Panel;
import no.barometer.publish.chart.Chart.Point;
import no.barometer.publish.chart.Chart.Series;
import no.barometer.publish.chart.Chart.Wave;
import no.barometer.publish.chart.Drawing.Anchor;
import no.barometer.publish.chart.Layout.Box;

/** One plot of lines with its axes. */
final class Plot {
    private static final double DOT = 3.6;
    private static final double SMALL_DOT = 2.6;
    private static final double EDGE = 10;
    private static final double DASH = 4;
    private static final double AXIS_ROOM = 22;
    private static final double SHARE_FOR_LABELS = 0.36;

    private final Chart chart;
    private final Drawing drawing;
    private final Axis axis;
    private final boolean large;
    private Box box = new Box(0, 0, 0, 0);

    /** @param large whether it is the only one, with labels at its lines */
    Plot(Chart chart, Drawing drawing, Axis axis, boolean large) {
        this.chart = chart;
        this.drawing = drawing;
        this.axis = axis;
        this.large = large;
    }

    /** Draws a panel into a box; returns the lower edge with the labels of waves. */
    double draw(Box outer, Panel panel) {
        double left = axis.ticks().stream()
                .mapToDouble(tick -> Face.of(false).width(axis.text(tick, chart.scale()), Layout.SMALL))
                .max()
                .orElse(0);
        EndLabels labels = new EndLabels(drawing, large, outer.width() * SHARE_FOR_LABELS);
        double right = labels.room(panel.series());
        box = new Box(outer.x() + left + 6, outer.y() + 8, outer.width() - left - 6 - right, outer.height());
        grid(outer.x() + left);
        breaks(panel);
        for (int i = 0; i < panel.series().size(); i++) {
            bands(panel.series().get(i), Ink.series(i));
        }
        for (int i = 0; i < panel.series().size(); i++) {
            line(panel.series().get(i), Ink.series(i), panel.series().size());
        }
        labels.draw(panel.series(), box, this::at);
        waves();
        return box.bottom() + AXIS_ROOM;
    }

    private void grid(double labelsEnd) {
        for (BigDecimal tick : axis.ticks()) {
            double y = y(tick.doubleValue());
            boolean base = tick.signum() == 0;
            drawing.line(box.x(), y, box.right(), y, base ? Ink.AXIS : Ink.GRID, 1, 0);
            String text = axis.text(tick, chart.scale());
            drawing.text(labelsEnd, y + 4, text, Layout.SMALL, false, Anchor.END, Ink.SOFT);
        }
    }

    private void breaks(Panel panel) {
        for (int wave = 1; wave < chart.waves().size(); wave++) {
            if (panel.breaks().contains(wave)) {
                double x = (x(wave - 1) + x(wave)) / 2;
                drawing.line(x, box.y(), x, box.bottom(), Ink.AXIS, 1, DASH);
            }
        }
    }

    /** Names of waves that do not touch each other; the last one stands in any case. */
    private void waves() {
        double free = box.right() + AXIS_ROOM * 2;
        for (int wave = chart.waves().size() - 1; wave >= 0; wave--) {
            String label = chart.waves().get(wave).label();
            double half = Face.of(false).width(label, Layout.SMALL) / 2;
            boolean last = wave == chart.waves().size() - 1;
            double middle = Math.max(box.x() + half - EDGE, Math.min(box.right() + EDGE - half, x(wave)));
            drawing.line(x(wave), box.bottom(), x(wave), box.bottom() + 4, Ink.AXIS, 1, 0);
            boolean room = large || wave == 0 || last;
            if (room && (last || middle + half < free - 8)) {
                drawing.text(middle, box.bottom() + 17, label, Layout.SMALL, false, Anchor.MIDDLE, Ink.SOFT);
                free = middle - half;
            }
        }
    }

    private void bands(Series series, Ink ink) {
        List<Point> run = new ArrayList<>();
        for (Point point : series.points()) {
            if (!point.joined() || point.low() == null || point.high() == null) {
                band(run, ink);
                run.clear();
            }
            if (point.low() != null && point.high() != null) {
                run.add(point);
            }
        }
        band(run, ink);
    }

    private void band(List<Point> run, Ink ink) {
        if (run.size() == 1) {
            whisker(run.get(0), ink);
        } else if (run.size() > 1) {
            List<Drawing.Point> around = new ArrayList<>();
            for (Point point : run) {
                around.add(new Drawing.Point(x(point.wave()), y(or(point.high(), point.value()))));
            }
            for (int i = run.size() - 1; i >= 0; i--) {
                Point point = run.get(i);
                around.add(new Drawing.Point(x(point.wave()), y(or(point.low(), point.value()))));
            }
            drawing.add(new Drawing.Area(around, ink));
        }
    }

    private void whisker(Point point, Ink ink) {
        double x = x(point.wave());
        double low = y(or(point.low(), point.value()));
        double high = y(or(point.high(), point.value()));
        drawing.line(x, low, x, high, ink, 1.2, 0);
        drawing.line(x - 4, low, x + 4, low, ink, 1.2, 0);
        drawing.line(x - 4, high, x + 4, high, ink, 1.2, 0);
    }

    private void line(Series series, Ink ink, int of) {
        Point before = null;
        List<Drawing.Point> run = new ArrayList<>();
        for (Point point : series.points()) {
            if (before != null && point.joined() && point.forecast()) {
                drawing.add(new Drawing.Line(List.of(at(before), at(point)), ink, width(), DASH));
            }
            if (!point.joined() || point.forecast()) {
                stroke(run, ink);
                run = new ArrayList<>();
            }
            run.add(at(point));
            before = point;
        }
        stroke(run, ink);
        boolean dots = large || of == 1 || series.points().size() == 1;
        for (Point point : series.points()) {
            if (dots || point.unreliable() || point.forecast()) {
                double radius = large ? DOT : SMALL_DOT;
                drawing.add(new Drawing.Dot(at(point), radius, ink, point.unreliable() || point.forecast()));
            }
        }
    }

    private void stroke(List<Drawing.Point> run, Ink ink) {
        if (run.size() > 1) {
            drawing.add(new Drawing.Line(run, ink, width(), 0));
        }
    }

    private double width() {
        return large ? 2.4 : 2;
    }

    private Drawing.Point at(Point point) {
        return new Drawing.Point(x(point.wave()), y(point.value()));
    }

    private double x(int wave) {
        List<Wave> waves = chart.waves();
        double first = waves.get(0).time();
        double span = waves.get(waves.size() - 1).time() - first;
        double share = span > 0 ? (waves.get(wave).time() - first) / span : 0.5;
        return box.x() + EDGE + share * (box.width() - 2 * EDGE);
    }

    private double y(double figure) {
        return box.bottom() - axis.at(figure) * box.height();
    }

    private static double or(@org.jspecify.annotations.Nullable Double bound, double value) {
        return bound == null ? value : bound;
    }
}
