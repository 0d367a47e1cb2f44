package no.barometer.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pull parsers for the parts of a workbook: no document types, no external entities, all within bounds. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    static BoundedXml reader(InputStream in, Source source) throws XMLStreamException {
        return new BoundedXml(FACTORY.createXMLStreamReader(in), source);
    }

    /** An attribute by its local name: strict and transitional files differ in namespaces only. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static boolean flag(XMLStreamReader xml, String name) {
        return isTrue(attribute(xml, name));
    }

    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** Whether a height or width leaves nothing to see. */
    static boolean isZero(@Nullable String size) {
        return size != null
                && Numerals.parse(size.strip().toCharArray(), size.strip().length()) == 0;
    }

    /** Whether a {@code vertAlign} element says that a run of text is superscript. */
    static boolean isRaised(XMLStreamReader xml) {
        return "superscript".equals(attribute(xml, "val"));
    }

    static int integer(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return otherwise;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return otherwise;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
