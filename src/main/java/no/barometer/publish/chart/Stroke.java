package no.barometer.publish.chart;

/** Lines with a width, as polygons: a quadrilateral a piece, and a round join at the outer side of each bend. */
final class Stroke {
    /** Of a round join, in radians: a tenth of a pixel from the arc at a radius of ten. */
    private static final double STEP = 0.28;

    private final Canvas canvas;
    private final double half;

    Stroke(Canvas canvas, double width) {
        this.canvas = canvas;
        half = width / 2;
    }

    /**
     * Ends where the points end.
     *
     * @param points x and y in turn
     */
    void open(double[] points) {
        for (int i = 2; i < points.length; i += 2) {
            piece(points[i - 2], points[i - 1], points[i], points[i + 1]);
            if (i + 2 < points.length) {
                join(points, i - 2, i, i + 2);
            }
        }
    }

    void closed(double[] points) {
        int count = points.length;
        for (int i = 0; i < count; i += 2) {
            int next = (i + 2) % count;
            piece(points[i], points[i + 1], points[next], points[next + 1]);
            join(points, i, next, (i + 4) % count);
        }
    }

    /** Dashes, and gaps as long. */
    void dashed(double[] points, double dash) {
        double left = dash;
        boolean drawn = true;
        for (int i = 2; i < points.length; i += 2) {
            double x = points[i - 2];
            double y = points[i - 1];
            double length = Math.hypot(points[i] - x, points[i + 1] - y);
            for (double at = 0; at < length; ) {
                double end = Math.min(length, at + left);
                if (drawn) {
                    double dx = (points[i] - x) / length;
                    double dy = (points[i + 1] - y) / length;
                    piece(x + dx * at, y + dy * at, x + dx * end, y + dy * end);
                }
                left -= end - at;
                at = end;
                if (left <= 0) {
                    left = dash;
                    drawn = !drawn;
                }
            }
            if (drawn && i + 2 < points.length) {
                join(points, i - 2, i, i + 2);
            }
        }
    }

    private void piece(double x1, double y1, double x2, double y2) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (length > 0) {
            double dx = (x2 - x1) / length * half;
            double dy = (y2 - y1) / length * half;
            canvas.polygon(x1 + dy, y1 - dx, x2 + dy, y2 - dx, x2 - dy, y2 + dx, x1 - dy, y1 + dx);
        }
    }

    /** A fan around the point between two pieces, which turns the way the pieces do. */
    private void join(double[] points, int before, int at, int after) {
        double x = points[at];
        double y = points[at + 1];
        double first = Math.atan2(y - points[before + 1], x - points[before]);
        double turn = Math.atan2(points[after + 1] - y, points[after] - x) - first;
        turn = Math.IEEEremainder(turn, 2 * Math.PI);
        int steps = (int) Math.ceil(Math.abs(turn) / STEP);
        if (steps == 0) {
            return;
        }
        // the outer side is at the left of a turn to the right, where the fan's arc runs along with the line
        double side = first + (turn > 0 ? -Math.PI / 2 : Math.PI / 2);
        double[] fan = new double[2 * steps + 4];
        fan[0] = x;
        fan[1] = y;
        for (int i = 0; i <= steps; i++) {
            double angle = side + turn * (turn > 0 ? i : steps - i) / steps;
            fan[2 + 2 * i] = x + Math.cos(angle) * half;
            fan[3 + 2 * i] = y + Math.sin(angle) * half;
        }
        canvas.polygon(fan);
    }

    /** A circle's polygon. */
    static double[] circle(double x, double y, double radius) {
        double[] points = new double[2 * (int) Math.ceil(2 * Math.PI / STEP)];
        for (int i = 0; i < points.length; i += 2) {
            double angle = 2 * Math.PI * i / points.length;
            points[i] = x + Math.cos(angle) * radius;
            points[i + 1] = y + Math.sin(angle) * radius;
        }
        return points;
    }
}
