package no.barometer.publish.chart;

import java.util.List;
import no.barometer.publish.chart.Drawing.Anchor;
import no.barometer.publish.chart.Drawing.Area;
import no.barometer.publish.chart.Drawing.Bar;
import no.barometer.publish.chart.Drawing.Dot;
import no.barometer.publish.chart.Drawing.Line;
import no.barometer.publish.chart.Drawing.Mark;
import no.barometer.publish.chart.Drawing.Text;

/** A drawing as PNG, twice as fine as a screen. No font of the machine is used: letters are shapes. */
final class Png {
    private static final int SCALE = 2;
    private static final double PALE = 0.16;
    private static final double BORDER = 1.8;
    private static final double HALO = 3;

    private final Canvas canvas;

    private Png(Canvas canvas) {
        this.canvas = canvas;
    }

    static byte[] file(Drawing drawing) {
        int width = (int) (drawing.width * SCALE);
        Canvas canvas = new Canvas(width, (int) (drawing.height() * SCALE));
        new Png(canvas).marks(drawing.marks());
        return PngFile.of(Shades.of(canvas.pixels(), width));
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Line line) {
                line(line);
            } else if (mark instanceof Area area) {
                canvas.polygon(pixels(area.points()));
                canvas.fill(area.ink().rgb(), PALE);
            } else if (mark instanceof Dot dot) {
                double[] circle = Stroke.circle(dot.at().x() * SCALE, dot.at().y() * SCALE, dot.radius() * SCALE);
                surface(circle, dot.ink(), dot.hollow());
            } else if (mark instanceof Bar bar) {
                surface(rectangle(bar), bar.ink(), bar.hollow());
            } else if (mark instanceof Text text) {
                text(text);
            }
        }
    }

    private void line(Line line) {
        Stroke stroke = stroke(line.width());
        if (line.dash() > 0) {
            stroke.dashed(pixels(line.points()), line.dash() * SCALE);
        } else {
            stroke.open(pixels(line.points()));
        }
        fill(line.ink());
    }

    private void text(Text text) {
        Face face = Face.of(text.bold());
        double width = face.width(text.text(), text.size());
        double back = text.anchor() == Anchor.START ? 0 : text.anchor() == Anchor.END ? width : width / 2;
        List<double[]> letters = face.outline(
                text.text(),
                text.size() * SCALE,
                (text.at().x() - back) * SCALE,
                text.at().y() * SCALE);
        if (text.halo()) {
            letters.forEach(stroke(HALO)::closed);
            fill(Ink.GROUND);
        }
        letters.forEach(canvas::polygon);
        fill(text.ink());
    }

    private void surface(double[] shape, Ink ink, boolean hollow) {
        canvas.polygon(shape);
        fill(hollow ? Ink.GROUND : ink);
        if (hollow) {
            stroke(BORDER).closed(shape);
            fill(ink);
        }
    }

    private static double[] rectangle(Bar bar) {
        double left = bar.corner().x() * SCALE;
        double top = bar.corner().y() * SCALE;
        double right = left + bar.width() * SCALE;
        double bottom = top + bar.height() * SCALE;
        return new double[] {left, top, right, top, right, bottom, left, bottom};
    }

    private Stroke stroke(double width) {
        return new Stroke(canvas, width * SCALE);
    }

    private void fill(Ink ink) {
        canvas.fill(ink.rgb(), 1);
    }

    private static double[] pixels(List<Drawing.Point> points) {
        double[] pixels = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            pixels[2 * i] = points.get(i).x() * SCALE;
            pixels[2 * i + 1] = points.get(i).y() * SCALE;
        }
        return pixels;
    }
}
