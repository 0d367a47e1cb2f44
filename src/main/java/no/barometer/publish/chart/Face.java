package no.barometer.publish.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

    /** A glyph of the font: its width and outline in the font's units. */
    private record Glyph(double width, GeneralPath outline) {}

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
            units += width(glyph);
        }
        return units * size / em;
    }

    /** The letters as a shape, beginning at a point of the base line. */
    Path2D outline(String text, double size, double x, double y) {
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / em;
        double pen = x;
        for (int glyph : glyphs(visual(text))) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
            shape.append(path(glyph).getPathIterator(place), false);
            pen += width(glyph) * scale;
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

    private double width(int glyph) {
        return glyph(glyph).width();
    }

    private GeneralPath path(int glyph) {
        return glyph(glyph).outline();
    }

    private Glyph glyph(int id) {
        return read.computeIfAbsent(id, this::read);
    }

    /** The font's file is read at one place at a time. */
    private synchronized Glyph read(int id) {
        try {
            GlyphData data = font.getGlyph().getGlyph(id);
            return new Glyph(font.getAdvanceWidth(id), data == null ? new GeneralPath() : data.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
