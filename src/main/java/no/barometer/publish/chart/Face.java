package no.barometer.publish.chart;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Sans, which is as wide as Arial: how wide a text is, and its outline. It is read from the file that comes
 * with the program, so that pictures are the same on every machine.
 */
final class Face {
    private static final Face PLAIN = new Face("/site/fonts/LiberationSans-Regular.ttf");
    private static final Face BOLD = new Face("/site/fonts/LiberationSans-Bold.ttf");
    private static final int UNKNOWN = 0xFFFD;

    /** How far from a curve its polygon may be: a twentieth of a pixel in letters of forty. */
    private static final double FLAT = 2.5;

    /** Places of letters within a pixel, so that equal letters are drawn alike. */
    private static final int PLACES = 4;

    /** A glyph of the font: its width, and the closed polygons of its outline, in the font's units. */
    private record Glyph(double width, List<double[]> outline) {}

    private final Map<Integer, Glyph> read = new ConcurrentHashMap<>();
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double em;

    private Face(String resource) {
        try (InputStream in = Objects.requireNonNull(Face.class.getResourceAsStream(resource), resource)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
            em = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Face of(boolean bold) {
        return bold ? BOLD : PLAIN;
    }

    double width(String text, double size) {
        double units = 0;
        for (int glyph : glyphs(text)) {
            units += glyph(glyph).width();
        }
        return units * size / em;
    }

    /** The letters as closed polygons in pixels, x and y in turn, beginning at a point of the base line. */
    List<double[]> outline(String text, double size, double x, double y) {
        List<double[]> shape = new ArrayList<>();
        double scale = size / em;
        double base = Math.rint(y);
        double pen = x;
        for (int id : glyphs(visual(text))) {
            Glyph glyph = glyph(id);
            double left = Math.rint(pen * PLACES) / PLACES;
            for (double[] polygon : glyph.outline()) {
                double[] placed = new double[polygon.length];
                for (int i = 0; i < polygon.length; i += 2) {
                    placed[i] = left + polygon[i] * scale;
                    placed[i + 1] = base - polygon[i + 1] * scale;
                }
                shape.add(placed);
            }
            pen += glyph.width() * scale;
        }
        return shape;
    }

    /** Words on lines no wider than so much; a longer word has a line of its own. */
    List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("[ \\n\\t]+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The text itself, or as much of it as has room, with an ellipsis. */
    String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Wrapped on at most so many lines, the last one cut if need be. */
    List<String> lines(String text, double size, double width, int atMost) {
        List<String> lines = wrap(text, size, width).stream()
                .map(line -> fit(line, size, width))
                .toList();
        if (lines.size() <= atMost) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, atMost));
        String rest = String.join(" ", wrap(text, size, width).subList(atMost - 1, lines.size()));
        first.set(atMost - 1, fit(rest, size, width));
        return first;
    }

    private int[] glyphs(String text) {
        return text.codePoints()
                .filter(code -> !Character.isISOControl(code) && Character.getType(code) != Character.FORMAT)
                .map(code -> glyphs.getGlyphId(code))
                .map(glyph -> glyph == 0 ? glyphs.getGlyphId(UNKNOWN) : glyph)
                .toArray();
    }

    /** Letters from left to right as they are seen, where some are read from right to left. */
    private static String visual(String text) {
        Bidi order = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (order.isLeftToRight()) {
            return text;
        }
        int runs = order.getRunCount();
        byte[] levels = new byte[runs];
        String[] parts = new String[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) order.getRunLevel(i);
            String run = text.substring(order.getRunStart(i), order.getRunLimit(i));
            parts[i] =
                    levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, parts, 0, runs);
        return String.join("", parts);
    }

    private Glyph glyph(int id) {
        return read.computeIfAbsent(id, this::read);
    }

    /** The font's file is read at one place at a time. */
    private synchronized Glyph read(int id) {
        try {
            GlyphData data = font.getGlyph().getGlyph(id);
            List<double[]> outline =
                    data == null ? List.of() : polygons(data.getPath().getPathIterator(null, FLAT));
            return new Glyph(font.getAdvanceWidth(id), outline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<double[]> polygons(PathIterator path) {
        List<double[]> polygons = new ArrayList<>();
        DoubleStream.Builder polygon = DoubleStream.builder();
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            if (path.currentSegment(at) == PathIterator.SEG_CLOSE) {
                polygons.add(polygon.build().toArray());
                polygon = DoubleStream.builder();
            } else {
                polygon.add(at[0]).add(at[1]);
            }
        }
        return polygons;
    }
}
