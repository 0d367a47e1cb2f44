package no.barometer.publish.chart;

import java.util.ArrayList;
import java.util.List;

/** Marks in the order in which they are drawn; lengths in pixels, from the upper left corner. */
final class Drawing {
    /** Where a text stands on its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** One thing drawn. */
    sealed interface Mark {}

    record Point(double x, double y) {}

    /** @param dash lengths of dashes and gaps; 0: whole */
    record Line(List<Point> points, Ink ink, double width, double dash) implements Mark {}

    /** A pale surface behind a line. */
    record Area(List<Point> points, Ink ink) implements Mark {}

    record Dot(Point at, double radius, Ink ink, boolean hollow) implements Mark {}

    record Bar(Point corner, double width, double height, Ink ink, boolean hollow) implements Mark {}

    /** @param halo whether the ground shows around the letters, for texts upon lines */
    record Text(Point at, String text, double size, boolean bold, Anchor anchor, Ink ink, boolean halo)
            implements Mark {}

    final double width;
    private double height;
    private final List<Mark> marks = new ArrayList<>();

    Drawing(double width) {
        this.width = width;
    }

    List<Mark> marks() {
        return marks;
    }

    double height() {
        return height;
    }

    void height(double reached) {
        height = Math.ceil(reached);
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double width, double dash) {
        marks.add(new Line(List.of(new Point(x1, y1), new Point(x2, y2)), ink, width, dash));
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    void text(double x, double y, String text, double size, boolean bold, Anchor anchor, Ink ink) {
        marks.add(new Text(new Point(x, y), text, size, bold, anchor, ink, false));
    }

    /** Lines of text below each other from a top edge; returns the lower edge. */
    double paragraph(double x, double top, List<String> lines, double size, boolean bold, Ink ink) {
        double y = top;
        for (String line : lines) {
            text(x, y + size * 0.95, line, size, bold, Anchor.START, ink);
            y += size * LEADING;
        }
        return y;
    }

    static final double LEADING = 1.3;
}
