package no.barometer.publish.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import no.barometer.publish.chart.Chart.Point;
import no.barometer.publish.chart.Chart.Series;
import no.barometer.publish.chart.Drawing.Anchor;
import no.barometer.publish.chart.Layout.Box;

/** Names and last figures at the ends of lines, moved apart where they would touch; a line alone has all its figures. */
final class EndLabels {
    private static final double AWAY = 8;
    private static final int MANY_FIGURES = 9;
    private static final double LEADER = 9;
    private static final double NONE = 12;

    private final Drawing drawing;
    private final boolean large;
    private final double most;

    /** @param most room there is at the right */
    EndLabels(Drawing drawing, boolean large, double most) {
        this.drawing = drawing;
        this.large = large;
        this.most = most;
    }

    /** A label being placed: its lines, and the height of its middle. */
    private record Label(List<String> lines, Ink ink, Drawing.Point end, double middle) {
        double height() {
            return lines.size() * Layout.NORMAL * 1.2;
        }

        Label at(double other) {
            return new Label(lines, ink, end, other);
        }
    }

    /** How wide the labels are. */
    double room(List<Series> all) {
        double widest = 0;
        for (Series series : all) {
            for (String line : lines(series, all.size())) {
                widest = Math.max(widest, Face.of(true).width(line, Layout.NORMAL));
            }
        }
        return widest > 0 ? widest + (large ? AWAY : 0) : NONE;
    }

    void draw(List<Series> all, Box box, Function<Point, Drawing.Point> at) {
        if (large && all.size() == 1) {
            figures(all.get(0), at);
            return;
        }
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            if (!series.points().isEmpty()) {
                Drawing.Point end = at.apply(last(series));
                labels.add(new Label(lines(series, all.size()), Ink.series(i), end, end.y()));
            }
        }
        labels.sort(Comparator.comparingDouble(Label::middle));
        double x = box.right() + (large ? AWAY : 0);
        for (Label label : apart(labels, box)) {
            double y = label.middle() - label.height() / 2;
            boolean ends = label.end().x() + LEADER + 4 > box.right() - NONE;
            if (Math.abs(label.middle() - label.end().y()) > LEADER || !ends) {
                drawing.line(
                        label.end().x() + 5, label.end().y(), x - 3, label.middle(), label.ink(), 0.8, ends ? 0 : 2);
            }
            for (String line : label.lines()) {
                y += Layout.NORMAL * 1.2;
                drawing.text(x, y - 4, line, Layout.NORMAL, true, Anchor.START, label.ink());
            }
        }
    }

    /** Down where they touch, then up again from the lower edge. */
    private static List<Label> apart(List<Label> sorted, Box box) {
        List<Label> placed = new ArrayList<>();
        double free = box.y() - 8;
        for (Label label : sorted) {
            Label moved = label.at(Math.max(label.middle(), free + label.height() / 2));
            placed.add(moved);
            free = moved.middle() + moved.height() / 2;
        }
        double ceiling = box.bottom() + 10;
        for (int i = placed.size() - 1; i >= 0; i--) {
            Label label = placed.get(i);
            Label moved = label.at(Math.min(label.middle(), ceiling - label.height() / 2));
            placed.set(i, moved);
            ceiling = moved.middle() - moved.height() / 2;
        }
        return placed;
    }

    /** All figures of a line alone, or the first and last of many. */
    private void figures(Series series, Function<Point, Drawing.Point> at) {
        List<Point> points = series.points();
        for (int i = 0; i < points.size(); i++) {
            if (points.size() <= MANY_FIGURES || i == 0 || i == points.size() - 1) {
                Drawing.Point point = at.apply(points.get(i));
                Drawing.Point above = new Drawing.Point(point.x(), point.y() - 10);
                String text = points.get(i).printed();
                drawing.add(new Drawing.Text(above, text, Layout.NORMAL, true, Anchor.MIDDLE, Ink.A, true));
            }
        }
    }

    private List<String> lines(Series series, int of) {
        if (series.points().isEmpty() || (large && of == 1)) {
            return List.of();
        }
        String figure = last(series).printed();
        return large ? Face.of(true).lines(series.label() + " " + figure, Layout.NORMAL, most, 4) : List.of(figure);
    }

    private static Point last(Series series) {
        return series.points().get(series.points().size() - 1);
    }
}
