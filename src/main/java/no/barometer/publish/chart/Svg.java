package no.barometer.publish.chart;

import java.util.List;
import no.barometer.publish.chart.Drawing.Anchor;
import no.barometer.publish.chart.Drawing.Area;
import no.barometer.publish.chart.Drawing.Bar;
import no.barometer.publish.chart.Drawing.Dot;
import no.barometer.publish.chart.Drawing.Line;
import no.barometer.publish.chart.Drawing.Mark;
import no.barometer.publish.chart.Drawing.Text;

/** A drawing as SVG. Letters are text, so that they can be read aloud, found and translated. */
final class Svg {
    private static final String FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif";

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /**
     * A file of its own, in the colours of paper.
     *
     * @param dark whether it follows a reader who wants dark pages, as a part of a page does
     */
    static String file(Drawing drawing, Chart chart, boolean dark) {
        Svg svg = new Svg();
        svg.open(drawing, chart, "picture", "");
        svg.out.append("<style>text{font-family:").append(FONT).append("}.l{fill:none}");
        svg.colours(false);
        if (dark) {
            svg.out.append("@media (prefers-color-scheme:dark){");
            svg.colours(true);
            svg.out.append('}');
        }
        svg.out.append("</style>\n<rect class=\"f ").append(Ink.GROUND.code());
        svg.out.append("\" width=\"100%\" height=\"100%\"/>\n");
        svg.marks(drawing.marks());
        return svg.out.append("</svg>\n").toString();
    }

    /** A part of a page, which gives it its colours. */
    static String inline(Drawing drawing, Chart chart, String id) {
        Svg svg = new Svg();
        svg.open(drawing, chart, id, " class=\"chart " + id + "\"");
        svg.marks(drawing.marks());
        return svg.out.append("</svg>").toString();
    }

    private void colours(boolean dark) {
        for (Ink ink : Ink.values()) {
            String of = "." + ink.code();
            String colour = dark ? ink.darkHex() : ink.hex();
            out.append("text")
                    .append(of)
                    .append(",.f")
                    .append(of)
                    .append("{fill:")
                    .append(colour);
            out.append("}.l").append(of).append("{stroke:").append(colour).append('}');
        }
        String ground = dark ? Ink.GROUND.darkHex() : Ink.GROUND.hex();
        out.append(".h{fill:")
                .append(ground)
                .append("}.o{stroke:")
                .append(ground)
                .append('}');
    }

    private void open(Drawing drawing, Chart chart, String id, String attributes) {
        String width = number(drawing.width);
        String height = number(drawing.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"").append(attributes);
        out.append(" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width);
        out.append("\" height=\"").append(height).append("\" role=\"img\" aria-labelledby=\"");
        out.append(id)
                .append("-title ")
                .append(id)
                .append("-desc\">\n<title id=\"")
                .append(id)
                .append("-title\">");
        out.append(escape(chart.title()))
                .append("</title>\n<desc id=\"")
                .append(id)
                .append("-desc\">");
        out.append(escape(chart.description())).append("</desc>\n");
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Line line) {
                out.append("<path class=\"l ").append(line.ink().code()).append("\" d=\"");
                path(line.points());
                out.append("\" stroke-width=\"").append(number(line.width())).append('"');
                if (line.dash() > 0) {
                    out.append(" stroke-dasharray=\"")
                            .append(number(line.dash()))
                            .append('"');
                }
                out.append(line.points().size() > 2 ? " stroke-linejoin=\"round\"/>\n" : "/>\n");
            } else if (mark instanceof Area area) {
                out.append("<path class=\"f ").append(area.ink().code()).append("\" fill-opacity=\"0.16\" d=\"");
                path(area.points());
                out.append("Z\"/>\n");
            } else if (mark instanceof Dot dot) {
                out.append("<circle class=\"")
                        .append(fill(dot.hollow(), dot.ink()))
                        .append("\" cx=\"");
                out.append(number(dot.at().x()))
                        .append("\" cy=\"")
                        .append(number(dot.at().y()));
                out.append("\" r=\"").append(number(dot.radius())).append(border(dot.hollow()));
            } else if (mark instanceof Bar bar) {
                out.append("<rect class=\"")
                        .append(fill(bar.hollow(), bar.ink()))
                        .append("\" x=\"");
                out.append(number(bar.corner().x()))
                        .append("\" y=\"")
                        .append(number(bar.corner().y()));
                out.append("\" width=\"").append(number(bar.width())).append("\" height=\"");
                out.append(number(bar.height())).append(border(bar.hollow()));
            } else if (mark instanceof Text text) {
                text(text);
            }
        }
    }

    private void text(Text text) {
        out.append("<text class=\"").append(text.ink().code()).append(text.halo() ? " o\"" : "\"");
        out.append(" x=\"")
                .append(number(text.at().x()))
                .append("\" y=\"")
                .append(number(text.at().y()));
        out.append("\" font-size=\"").append(number(text.size())).append('"');
        out.append(text.bold() ? " font-weight=\"700\"" : "");
        if (text.anchor() != Anchor.START) {
            out.append(" text-anchor=\"")
                    .append(text.anchor() == Anchor.END ? "end" : "middle")
                    .append('"');
        }
        // another font than the one measured with must not run over what stands beside it
        double length = Face.of(text.bold()).width(text.text(), text.size());
        out.append(" textLength=\"").append(number(length)).append("\" lengthAdjust=\"spacingAndGlyphs\"");
        if (text.halo()) {
            out.append(" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        out.append('>').append(escape(text.text())).append("</text>\n");
    }

    private static String fill(boolean hollow, Ink ink) {
        return (hollow ? "l h " : "f ") + ink.code();
    }

    private static String border(boolean hollow) {
        return hollow ? "\" stroke-width=\"1.8\"/>\n" : "\"/>\n";
    }

    private void path(List<Drawing.Point> points) {
        for (int i = 0; i < points.size(); i++) {
            out.append(i == 0 ? 'M' : 'L').append(number(points.get(i).x())).append(' ');
            out.append(number(points.get(i).y()));
        }
    }

    /** Tenths of a pixel. */
    private static String number(double length) {
        long tenths = Math.round(length * 10);
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return sign + whole + (rest == 0 ? "" : "." + rest);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            switch (code) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean control = Character.isISOControl(code) && code != '\n' && code != '\t';
                    boolean none = control || code == 0xFFFE || code == 0xFFFF || (code >= 0xD800 && code <= 0xDFFF);
                    escaped.appendCodePoint(none ? 0xFFFD : code);
                }
            }
        });
        return escaped.toString();
    }
}
