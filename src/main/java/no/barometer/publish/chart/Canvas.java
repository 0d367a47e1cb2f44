package no.barometer.publish.chart;

import java.util.Arrays;

/**
 * Pixels, and shapes filled upon them with smooth edges. An edge adds to the pixels it crosses how much of them lies at its
 * right, signed by its direction, and to the next pixel what is missing to its whole height; summed from left to right that
 * is how much of each pixel a shape covers. It is the way FreeType and font-rs draw letters, and exact for polygons that do
 * not cross themselves. Polygons of one shape that overlap must turn the same way round.
 *
 * <p>Nothing of the machine is used, so that pictures are the same everywhere.
 */
final class Canvas {
    /** Steps between covered and not; few enough that a palette holds the colours of a chart. */
    private static final int LEVELS = 16;

    private static final int WHITE = 0xffffff;
    private static final int WHOLE = 256;

    private final int width;
    private final int height;
    private final int[] pixels;
    /** Lines of changes of what is covered, against the pixel at the left. */
    private final float[] changes;
    /** The columns of each line that have changes: from and to, the latter not included. */
    private final int[] from;

    private final int[] to;
    private int top;
    private int bottom;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        Arrays.fill(pixels, WHITE);
        changes = new float[(width + 2) * height];
        from = new int[height];
        to = new int[height];
        clear();
    }

    /** Colours as red, green and blue, line by line. */
    int[] pixels() {
        return pixels;
    }

    /**
     * A closed polygon of the next shape.
     *
     * @param points x and y in pixels, in turn
     */
    void polygon(double... points) {
        int last = points.length - 2;
        edge(points[last], points[last + 1], points[0], points[1]);
        for (int i = 0; i < last; i += 2) {
            edge(points[i], points[i + 1], points[i + 2], points[i + 3]);
        }
    }

    private void edge(double x1, double y1, double x2, double y2) {
        if (y1 > y2) {
            edge(x2, y2, x1, y1, -1);
        } else if (y1 < y2) {
            edge(x1, y1, x2, y2, 1);
        }
    }

    /** Down through the lines. */
    private void edge(double x1, double y1, double x2, double y2, int sign) {
        int first = Math.max(0, (int) Math.floor(y1));
        int end = Math.min(height, (int) Math.ceil(y2));
        double slope = (x2 - x1) / (y2 - y1);
        for (int line = first; line < end; line++) {
            double upper = Math.max(line, y1);
            double lower = Math.min(line + 1.0, y2);
            double a = inside(x1 + (upper - y1) * slope);
            double b = inside(x1 + (lower - y1) * slope);
            across(line, Math.min(a, b), Math.max(a, b), sign * (lower - upper));
        }
        if (first < end) {
            top = Math.min(top, first);
            bottom = Math.max(bottom, end);
        }
    }

    private double inside(double x) {
        return Math.max(0, Math.min(width, x));
    }

    /** From left to right through the pixels of a line. */
    private void across(int line, double left, double right, double rise) {
        int first = (int) left;
        int last = (int) right;
        from[line] = Math.min(from[line], first);
        to[line] = Math.max(to[line], last + 2);
        int at = line * (width + 2);
        if (first == last) {
            pixel(at + first, rise, (left + right) / 2 - first);
            return;
        }
        double steep = rise / (right - left);
        for (int column = first; column <= last; column++) {
            double enters = Math.max(left, column);
            double leaves = Math.min(right, column + 1.0);
            pixel(at + column, steep * (leaves - enters), (enters + leaves) / 2 - column);
        }
    }

    private void pixel(int at, double rise, double middle) {
        changes[at] += (float) (rise * (1 - middle));
        changes[at + 1] += (float) (rise * middle);
    }

    /**
     * Fills the shape of all polygons since the last one.
     *
     * @param share how much of the ground the colour hides, to 1
     */
    void fill(int rgb, double share) {
        int[] weights = weights(share);
        for (int line = top; line < bottom; line++) {
            fill(line, rgb, weights);
        }
        clear();
    }

    private void fill(int line, int rgb, int[] weights) {
        float[] changes = this.changes;
        int[] pixels = this.pixels;
        int start = line * (width + 2) + from[line];
        int end = line * (width + 2) + to[line];
        int pixel = line * width + from[line];
        float covered = 0;
        int weight = 0;
        for (int at = start; at < end; at++, pixel++) {
            float change = changes[at];
            if (change != 0) {
                changes[at] = 0;
                covered += change;
                weight = weights[Math.min(LEVELS, (int) (Math.abs(covered) * LEVELS + 0.5f))];
            }
            if (weight == WHOLE) {
                pixels[pixel] = rgb;
            } else if (weight > 0) {
                pixels[pixel] = mixed(pixels[pixel], rgb, weight);
            }
        }
    }

    /** Of a colour that hides so much, by how many levels of a pixel are covered. */
    private static int[] weights(double share) {
        int[] weights = new int[LEVELS + 1];
        for (int level = 0; level <= LEVELS; level++) {
            weights[level] = (int) Math.round(level * share * WHOLE / LEVELS);
        }
        return weights;
    }

    private static int mixed(int ground, int rgb, int weight) {
        int rest = WHOLE - weight;
        int redAndBlue = (ground & 0xff00ff) * rest + (rgb & 0xff00ff) * weight + 0x800080;
        int green = (ground & 0xff00) * rest + (rgb & 0xff00) * weight + 0x8000;
        return ((redAndBlue >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00);
    }

    private void clear() {
        Arrays.fill(from, width);
        Arrays.fill(to, 0);
        top = height;
        bottom = 0;
    }
}
