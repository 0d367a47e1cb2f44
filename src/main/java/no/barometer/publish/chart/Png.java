package no.barometer.publish.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
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
    static final int SCALE = 2;
    private static final float PALE = 0.16f;

    private final Graphics2D canvas;

    private Png(Graphics2D canvas) {
        this.canvas = canvas;
    }

    static byte[] file(Drawing drawing) {
        int width = (int) (drawing.width * SCALE);
        int height = (int) (drawing.height() * SCALE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.scale(SCALE, SCALE);
        new Png(canvas).marks(drawing.marks());
        canvas.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return PngFile.of(Shades.of(pixels, width));
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Line line) {
                float[] dash = line.dash() > 0 ? new float[] {(float) line.dash()} : null;
                canvas.setStroke(new BasicStroke(
                        (float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
                canvas.setColor(colour(line.ink()));
                canvas.draw(path(line.points()));
            } else if (mark instanceof Area area) {
                Color ink = colour(area.ink());
                canvas.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), Math.round(PALE * 255)));
                Path2D shape = path(area.points());
                shape.closePath();
                canvas.fill(shape);
            } else if (mark instanceof Dot dot) {
                double size = 2 * dot.radius();
                surface(
                        new Ellipse2D.Double(
                                dot.at().x() - dot.radius(), dot.at().y() - dot.radius(), size, size),
                        dot.ink(),
                        dot.hollow());
            } else if (mark instanceof Bar bar) {
                surface(
                        new Rectangle2D.Double(bar.corner().x(), bar.corner().y(), bar.width(), bar.height()),
                        bar.ink(),
                        bar.hollow());
            } else if (mark instanceof Text text) {
                text(text);
            }
        }
    }

    private void text(Text text) {
        Face face = Face.of(text.bold());
        double width = face.width(text.text(), text.size());
        double back = text.anchor() == Anchor.START ? 0 : text.anchor() == Anchor.END ? width : width / 2;
        Shape letters = face.outline(
                text.text(), text.size(), text.at().x() - back, text.at().y());
        if (text.halo()) {
            canvas.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.setColor(Color.WHITE);
            canvas.draw(letters);
        }
        canvas.setColor(colour(text.ink()));
        canvas.fill(letters);
    }

    private void surface(Shape shape, Ink ink, boolean hollow) {
        canvas.setColor(hollow ? Color.WHITE : colour(ink));
        canvas.fill(shape);
        if (hollow) {
            canvas.setStroke(new BasicStroke(1.8f));
            canvas.setColor(colour(ink));
            canvas.draw(shape);
        }
    }

    private static Path2D path(List<Drawing.Point> points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            Drawing.Point point = points.get(i);
            if (i == 0) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        return path;
    }

    private static Color colour(Ink ink) {
        return new Color(ink.rgb());
    }
}
