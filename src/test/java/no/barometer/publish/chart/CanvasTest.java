package no.barometer.publish.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is drawn, against what Java's own rasteriser draws. */
class CanvasTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final int INK = 0x203060;
    private static final long SEED = 20120917;

    /** Of 255: a step of coverage in sixteenths, and what Java's eighths of a pixel are off. */
    private static final int NEAR = 36;

    /** Pixels at the rim of two pieces of a line that cross or bend sharply: they take the sum of both. */
    private static final int BENDS = 12;

    @Test
    void coversPartsOfPixels() {
        Canvas canvas = new Canvas(4, 2);
        canvas.polygon(0.5, 0, 2.25, 0, 2.25, 1.5, 0.5, 1.5);
        canvas.fill(0x000000, 1);
        assertThat(canvas.pixels())
                .containsExactly(grey(0.5), grey(1), grey(0.25), grey(0), grey(0.25), grey(0.5), grey(0.125), grey(0));
    }

    @Test
    void aPaleColourLetsTheGroundThrough() {
        Canvas canvas = new Canvas(1, 1);
        canvas.polygon(0, 0, 1, 0, 1, 1, 0, 1);
        canvas.fill(0xff0000, 1);
        canvas.polygon(0, 0, 1, 0, 1, 1, 0, 1);
        canvas.fill(0x0000ff, 0.25);
        assertThat(canvas.pixels()[0]).isEqualTo(0xbf0040);
    }

    @Test
    void trianglesAreAsJavaFillsThemAlsoBeyondTheEdge() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            double[] points = random.doubles(6, -60, 220).toArray();
            double[] within =
                    Arrays.stream(points).map(x -> 5 + Math.abs(x) / 2).toArray();
            same(canvas -> canvas.polygon(within), path(within, true));
            // the outermost pixels take what lies beyond them for their own
            same(canvas -> canvas.polygon(points), path(points, true), 16);
        }
    }

    @Test
    void circlesAreRound() {
        for (double radius : new double[] {1.5, 5.2, 7.2, 10}) {
            same(
                    canvas -> canvas.polygon(Stroke.circle(80.3, 60.6, radius)),
                    new Ellipse2D.Double(80.3 - radius, 60.6 - radius, 2 * radius, 2 * radius));
        }
    }

    @Test
    void strokesAreAsJavaDrawsThem() {
        Random random = new Random(SEED);
        for (double width : new double[] {1.6, 4.8, 9}) {
            for (int i = 0; i < 40; i++) {
                double[] points = random.doubles(10, 10, 110).toArray();
                for (int x = 0; x < points.length; x += 2) {
                    points[x] = 20 + 15 * x;
                }
                BasicStroke pen = pen(width, null);
                same(
                        canvas -> new Stroke(canvas, width).open(points),
                        pen.createStrokedShape(path(points, false)),
                        BENDS);
            }
        }
    }

    @Test
    void aClosedStrokeHasNoGap() {
        double[] points = {20.5, 30.2, 120, 25, 100, 90, 40, 100};
        same(
                canvas -> new Stroke(canvas, 6).closed(points),
                pen(6, null).createStrokedShape(path(points, true)),
                BENDS);
    }

    @Test
    void dashesGoOnAroundBends() {
        double[] points = {10.5, 12, 90, 30, 70, 100, 20, 80};
        BasicStroke pen = pen(3, new float[] {8});
        same(canvas -> new Stroke(canvas, 3).dashed(points, 8), pen.createStrokedShape(path(points, false)), BENDS);
    }

    @Test
    void aLineThatStandsStillIsNone() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        new Stroke(canvas, 4).open(new double[] {50, 50, 50, 50});
        new Stroke(canvas, 4).dashed(new double[] {50, 50, 50, 50}, 4);
        canvas.fill(INK, 1);
        assertThat(canvas.pixels()).containsOnly(0xffffff);
    }

    @Test
    void lettersStandOnTheirLineWithTheirHolesOpen() {
        for (String text : List.of("Åge 80 %", "øÆ@§&ß", "8º ½")) {
            List<double[]> letters = Face.of(true).outline(text, 40, 5, 80);
            Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
            letters.forEach(letter -> shape.append(path(letter, true), false));
            same(canvas -> letters.forEach(canvas::polygon), shape);
        }
    }

    @Test
    void everyLetterOfTheFontCanBeDrawn() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        int shapes = 0;
        for (int code = 0; code <= Character.MAX_VALUE; code++) {
            for (double[] polygon : Face.of(false).outline(Character.toString(code), 20, 40, 60)) {
                canvas.polygon(polygon);
                shapes++;
            }
        }
        canvas.fill(INK, 1);
        assertThat(shapes).isGreaterThan(60_000);
        assertThat(canvas.pixels()[50 * WIDTH + 45]).isEqualTo(INK);
    }

    @Test
    void theSameLettersAreTheSamePixels() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        Face.of(false).outline("nnnnnnnnnnnn", 23, 3.3, 40.4).forEach(canvas::polygon);
        canvas.fill(INK, 1);
        long kinds = Arrays.stream(canvas.pixels()).distinct().count();
        assertThat(kinds).isLessThanOrEqualTo(17);
        assertThat(Face.of(false).outline("n", 23, 3.3, 40.4))
                .usingRecursiveComparison()
                .isEqualTo(Face.of(false).outline("n", 23, 3.35, 40.1));
    }

    private static void same(Consumer<Canvas> drawn, Shape shape) {
        same(drawn, shape, 0);
    }

    private static void same(Consumer<Canvas> drawn, Shape shape, int few) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        drawn.accept(canvas);
        canvas.fill(INK, 1);
        int[] expected = java(shape);
        double sum = 0;
        int far = 0;
        for (int i = 0; i < expected.length; i++) {
            int found = canvas.pixels()[i];
            int off = Math.abs((found & 0xff) - (expected[i] & 0xff))
                    + Math.abs((found >> 16) - ((expected[i] >> 16) & 0xff));
            far += off > 2 * NEAR ? 1 : 0;
            sum += off;
        }
        assertThat(far).isLessThanOrEqualTo(few);
        assertThat(sum / expected.length).isLessThan(2.5);
    }

    private static int[] java(Shape shape) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(INK));
        graphics.fill(shape);
        graphics.dispose();
        return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    private static BasicStroke pen(double width, float[] dash) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Path2D path(double[] points, boolean closed) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int grey(double covered) {
        int part = (int) Math.round(255 * (1 - covered));
        return part << 16 | part << 8 | part;
    }
}
