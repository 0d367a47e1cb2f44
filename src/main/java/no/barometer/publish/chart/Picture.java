package no.barometer.publish.chart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A chart in each form it is published in. The same chart gives the same bytes. */
public final class Picture {
    private static final double WIDE = 840;
    private static final double NARROW = 350;

    private final Chart chart;

    public Picture(Chart chart) {
        this.chart = chart;
    }

    /** The chart's notes, and one where its axis leaves out zero. */
    public List<String> notes() {
        return notes(chart);
    }

    static List<String> notes(Chart chart) {
        List<String> notes = new ArrayList<>(chart.notes());
        if (!Axis.of(chart).holdsZero()) {
            notes.add(0, chart.scale().notZero());
        }
        return notes;
    }

    /** A small SVG file without title and notes, to stand beside them. */
    public byte[] small() {
        return Svg.file(Layout.of(chart, NARROW, Layout.Manner.SMALL), chart, true)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An SVG file with title and notes, in the colours of paper. */
    public byte[] svg() {
        return Svg.file(Layout.of(chart, WIDE, Layout.Manner.ALONE), chart, false)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same as PNG. */
    public byte[] png() {
        return Png.file(Layout.of(chart, WIDE, Layout.Manner.ALONE));
    }

    /** The plot as SVG for a page, which says title and notes around it and gives the colours. */
    public String wide() {
        return Svg.inline(Layout.of(chart, WIDE, Layout.Manner.PAGE), chart, "wide");
    }

    /** The same for a phone. */
    public String narrow() {
        return Svg.inline(Layout.of(chart, NARROW, Layout.Manner.PAGE), chart, "narrow");
    }
}
