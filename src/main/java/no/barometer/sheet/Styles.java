package no.barometer.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook's cell styles. */
final class Styles {
    private final List<NumberFormats.Reading> styles;

    private Styles(List<NumberFormats.Reading> styles) {
        this.styles = styles;
    }

    /** @param in the styles part, or null where there is none */
    static Styles read(@Nullable InputStream in, Source source) throws XMLStreamException {
        if (in == null) {
            return new Styles(List.of());
        }
        NumberFormats formats = new NumberFormats();
        List<Integer> ids = new ArrayList<>();
        boolean cellFormats = false;
        XMLStreamReader xml = Xml.reader(in, source);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> {
                        String code = Xml.attribute(xml, "formatCode");
                        formats.define(Xml.integer(Xml.attribute(xml, "numFmtId"), 0), code == null ? "" : code);
                    }
                    case "cellXfs" -> cellFormats = true;
                    case "xf" -> {
                        if (cellFormats) {
                            ids.add(Xml.integer(Xml.attribute(xml, "numFmtId"), 0));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                cellFormats = false;
            }
            if (ids.size() > source.bounds().of(Bound.STRINGS)) {
                throw source.over(Bound.STRINGS, "more cell styles");
            }
        }
        return new Styles(ids.stream().map(formats::of).toList());
    }

    /** What a cell's style says of its number; null where the workbook does not hold the style. */
    NumberFormats.@Nullable Reading of(int style) {
        return style < styles.size() ? styles.get(style) : null;
    }
}
