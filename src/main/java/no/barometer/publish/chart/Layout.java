package no.barometer.publish.chart;

import java.util.List;

/** A whole picture: heading, plot and notes below each other. */
final class Layout {
    static final double SMALL = 12;
    static final double NORMAL = 13.5;
    private static final double TITLE = 19;
    private static final double NARROW_TITLE = 17;
    /** Below this width a picture is for a phone. */
    private static final double PHONE = 500;

    private static final double GAP = 8;

    private Layout() {}

    /** Where a picture stands. */
    enum Manner {
        /** Anywhere: it says its title, unit and notes itself. */
        ALONE,
        /** On a table's page, which says its title and notes. */
        PAGE,
        /** Beside a headline, as a glimpse: some of its plots, or of its newest bars. */
        SMALL
    }

    private static final int SMALL_PANELS = 4;
    private static final int SMALL_BARS = 6;

    /** A chart as it stands in a picture. */
    static Drawing of(Chart whole, double width, Manner manner) {
        boolean alone = manner == Manner.ALONE;
        Chart chart = manner == Manner.SMALL ? glimpse(whole) : whole;
        Drawing drawing = new Drawing(width);
        double margin = alone ? 16 : manner == Manner.SMALL ? 6 : 0;
        double inner = width - 2 * margin;
        double y = margin;
        if (alone) {
            double size = width < PHONE ? NARROW_TITLE : TITLE;
            List<String> title = Face.of(true).wrap(chart.title(), size, inner);
            y = drawing.paragraph(margin, y, title, size, true, Ink.TEXT) + 2;
        }
        String unit = alone ? chart.subtitle() : chart.unit();
        List<String> subtitle = Face.of(false).wrap(unit, NORMAL, inner);
        y = drawing.paragraph(margin, y, subtitle, NORMAL, false, Ink.SOFT) + GAP;
        Box box = new Box(margin, y, inner, 0);
        // a glimpse has no notes: it is read by the axis of the page that it leads to
        Axis axis = Axis.of(whole);
        y = chart.form() == Chart.Form.BARS
                ? new Bars(chart, drawing, axis).draw(box)
                : new Lines(chart, drawing, axis).draw(box);
        if (alone) {
            y += GAP;
            for (String note : Picture.notes(chart)) {
                List<String> lines = Face.of(false).wrap(note, SMALL, inner);
                y = drawing.paragraph(margin, y, lines, SMALL, false, Ink.SOFT);
            }
        }
        drawing.height(y + margin);
        return drawing;
    }

    private static Chart glimpse(Chart chart) {
        List<Chart.Panel> all = chart.panels();
        return chart.with(
                chart.form() == Chart.Form.BARS
                        ? List.of(few(all.get(all.size() - 1)))
                        : all.subList(0, Math.min(SMALL_PANELS, all.size())));
    }

    private static Chart.Panel few(Chart.Panel panel) {
        return new Chart.Panel(
                panel.title(), panel.series().stream().limit(SMALL_BARS).toList(), panel.breaks());
    }

    static boolean isNarrow(double width) {
        return width < PHONE;
    }

    /** A part of a picture. */
    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }
}
