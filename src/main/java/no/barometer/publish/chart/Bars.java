package no.barometer.publish.chart;

import java.util.List;
import no.barometer.publish.chart.Chart.Panel;
import no.barometer.publish.chart.Chart.Point;
import no.barometer.publish.chart.Chart.Series;
import no.barometer.publish.chart.Drawing.Anchor;
import no.barometer.publish.chart.Layout.Box;

/** Bars from zero, one a row, with the figure at its end; a panel for each wave. */
final class Bars {
    private static final double THICK = 17;
    private static final double SPACE = 7;
    private static final double AWAY = 8;
    private static final double LABELS = 0.4;

    private final Chart chart;
    private final Drawing drawing;
    private final Axis axis;
    private final boolean above;

    Bars(Chart chart, Drawing drawing, Axis axis) {
        this.chart = chart;
        this.drawing = drawing;
        this.axis = axis;
        above = Layout.isNarrow(drawing.width);
    }

    /** Draws below the upper edge of a box; returns the lower edge. */
    double draw(Box box) {
        double labels = above ? 0 : Math.min(widest(false) + AWAY, box.width() * LABELS);
        double figures = widest(true) + AWAY;
        Box bars = new Box(box.x() + labels, box.y(), box.width() - labels - figures, 0);
        double y = box.y();
        for (Panel panel : chart.panels()) {
            if (!panel.title().isEmpty()) {
                List<String> title = Face.of(true).lines(panel.title(), Layout.NORMAL, box.width(), 2);
                y = drawing.paragraph(box.x(), y + 2, title, Layout.NORMAL, true, Ink.TEXT) + 4;
            }
            y = panel(panel, box.x(), new Box(bars.x(), y, bars.width(), 0)) + SPACE * 2;
        }
        return y - SPACE;
    }

    private double panel(Panel panel, double left, Box bars) {
        double height = 0;
        for (Series series : panel.series()) {
            height += labelLines(series, bars, left).size() * lineHeight() * (above ? 1 : 0)
                    + rowHeight(series, bars, left);
        }
        drawing.line(x(0, bars), bars.y(), x(0, bars), bars.y() + height, Ink.AXIS, 1, 0);
        double y = bars.y();
        for (Series series : panel.series()) {
            List<String> label = labelLines(series, bars, left);
            if (above) {
                y = drawing.paragraph(left, y + 1, label, Layout.SMALL, false, Ink.TEXT);
            } else {
                double top = y + (rowHeight(series, bars, left) - label.size() * lineHeight()) / 2;
                for (String line : label) {
                    top += lineHeight();
                    drawing.text(bars.x() - AWAY, top - 4, line, Layout.SMALL, false, Anchor.END, Ink.TEXT);
                }
            }
            double row = rowHeight(series, bars, left);
            for (Point point : series.points()) {
                bar(point, bars, y + (row - THICK) / 2);
            }
            y += row;
        }
        return y;
    }

    private void bar(Point point, Box bars, double top) {
        double zero = x(0, bars);
        double end = x(point.value(), bars);
        boolean hollow = point.unreliable() || point.forecast();
        Drawing.Point corner = new Drawing.Point(Math.min(zero, end), top);
        drawing.add(new Drawing.Bar(corner, Math.max(Math.abs(end - zero), 1), THICK, Ink.A, hollow));
        double reach = Math.max(zero, end);
        if (point.low() != null && point.high() != null) {
            double low = x(point.low(), bars);
            double high = x(point.high(), bars);
            double middle = top + THICK / 2;
            drawing.line(low, middle, high, middle, Ink.TEXT, 1.3, 0);
            drawing.line(low, middle - 4, low, middle + 4, Ink.TEXT, 1.3, 0);
            drawing.line(high, middle - 4, high, middle + 4, Ink.TEXT, 1.3, 0);
            reach = Math.max(reach, high);
        }
        double base = top + THICK / 2 + 4.5;
        drawing.text(reach + 6, base, point.printed(), Layout.NORMAL, true, Anchor.START, Ink.TEXT);
    }

    private double rowHeight(Series series, Box bars, double left) {
        int lines = above ? 1 : labelLines(series, bars, left).size();
        return Math.max(THICK, lines * lineHeight()) + SPACE;
    }

    private List<String> labelLines(Series series, Box bars, double left) {
        double room = above ? bars.width() : bars.x() - left - AWAY;
        return Face.of(false).lines(series.label(), Layout.SMALL, room, 3);
    }

    private static double lineHeight() {
        return Layout.SMALL * Drawing.LEADING;
    }

    private double x(double figure, Box bars) {
        return bars.x() + axis.at(figure) * bars.width();
    }

    private double widest(boolean figures) {
        double widest = 0;
        for (Panel panel : chart.panels()) {
            for (Series series : panel.series()) {
                if (!figures) {
                    widest = Math.max(widest, Face.of(false).width(series.label(), Layout.SMALL));
                }
                for (Point point : series.points()) {
                    double width = Face.of(true).width(point.printed(), Layout.NORMAL);
                    widest = figures ? Math.max(widest, width) : widest;
                }
            }
        }
        return widest;
    }
}
