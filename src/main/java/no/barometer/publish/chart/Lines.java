package no.barometer.publish.chart;

import java.util.ArrayList;
import java.util.List;
import no.barometer.publish.chart.Chart.Panel;
import no.barometer.publish.chart.Chart.Series;
import no.barometer.publish.chart.Drawing.Anchor;
import no.barometer.publish.chart.Layout.Box;

/** Lines over waves: one large plot, or small ones with the same axes. */
final class Lines {
    private static final double TALL = 330;
    private static final double TALL_NARROW = 250;
    private static final double SMALL_PLOT = 118;
    private static final double GUTTER = 22;
    private static final double KEY = 18;

    private final Chart chart;
    private final Drawing drawing;
    private final Axis axis;
    private final boolean narrow;

    Lines(Chart chart, Drawing drawing, Axis axis) {
        this.chart = chart;
        this.drawing = drawing;
        this.axis = axis;
        narrow = Layout.isNarrow(drawing.width);
    }

    /** Draws below the upper edge of a box; returns the lower edge. */
    double draw(Box box) {
        if (chart.panels().size() == 1) {
            Box plot = new Box(box.x(), box.y(), box.width(), narrow ? TALL_NARROW : TALL);
            return new Plot(chart, drawing, axis, true)
                    .draw(plot, chart.panels().get(0));
        }
        double top = legend(box);
        int columns = columns(chart.panels().size());
        double width = (box.width() - GUTTER * (columns - 1)) / columns;
        for (int first = 0; first < chart.panels().size(); first += columns) {
            int last = Math.min(first + columns, chart.panels().size());
            top = row(chart.panels().subList(first, last), new Box(box.x(), top, width, SMALL_PLOT)) + GUTTER / 2;
        }
        return top;
    }

    private int columns(int panels) {
        if (narrow || panels == 2) {
            return 2;
        }
        return panels == 4 || panels == 7 || panels == 8 || panels > 9 ? 4 : 3;
    }

    /** Panels side by side, their headings on as many lines as the longest one takes. */
    private double row(List<Panel> panels, Box first) {
        List<List<String>> headings = new ArrayList<>();
        for (Panel panel : panels) {
            headings.add(Face.of(true).lines(panel.title(), Layout.NORMAL, first.width(), 3));
        }
        int most = headings.stream().mapToInt(List::size).max().orElse(0);
        double heading = most * Layout.NORMAL * Drawing.LEADING;
        double bottom = first.y();
        for (int i = 0; i < panels.size(); i++) {
            double x = first.x() + i * (first.width() + GUTTER);
            drawing.paragraph(x, first.y(), headings.get(i), Layout.NORMAL, true, Ink.TEXT);
            Box plot = new Box(x, first.y() + heading + 2, first.width(), first.height());
            bottom = new Plot(chart, drawing, axis, false).draw(plot, panels.get(i));
        }
        return bottom;
    }

    /** What the colours of small plots mean, where there are several. */
    private double legend(Box box) {
        List<Series> named = chart.panels().stream()
                .map(Panel::series)
                .max(java.util.Comparator.comparingInt(List::size))
                .orElseThrow();
        if (named.size() < 2) {
            return box.y();
        }
        double x = box.x();
        double y = box.y();
        for (int i = 0; i < named.size(); i++) {
            String label = Face.of(true).fit(named.get(i).label(), Layout.NORMAL, box.width() - KEY);
            double width = KEY + 4 + Face.of(true).width(label, Layout.NORMAL);
            if (x > box.x() && x + width > box.right()) {
                x = box.x();
                y += Layout.NORMAL * 1.5;
            }
            drawing.line(x, y + 8, x + KEY, y + 8, Ink.series(i), 2.5, 0);
            drawing.text(x + KEY + 4, y + 12.5, label, Layout.NORMAL, true, Anchor.START, Ink.series(i));
            x += width + GUTTER;
        }
        return y + Layout.NORMAL * 2.1;
    }
}
