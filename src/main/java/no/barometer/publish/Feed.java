package no.barometer.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An Atom feed: an entry a release, the newest first. */
final class Feed {
    static final String NAME = "feed.xml";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** What XML cannot hold. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\t]]");

    /**
     * One release.
     *
     * @param link its address, which names it for ever
     * @param date ISO; a feed wants a time, and gets midnight UTC
     * @param lines what changed
     */
    record Entry(String link, String title, String date, List<String> lines) {}

    private Feed() {}

    /**
     * @param link address of what the feed is about
     * @param path address of the feed itself
     * @param entries not empty
     */
    static byte[] of(String title, String author, String language, String link, String path, List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language);
            element(xml, 1, "id", path);
            element(xml, 1, "title", title);
            element(xml, 1, "updated", entries.get(0).date() + "T00:00:00Z");
            line(xml, 1);
            xml.writeStartElement("author");
            element(xml, 2, "name", author);
            line(xml, 1);
            xml.writeEndElement();
            link(xml, 1, "self", path);
            link(xml, 1, "alternate", link);
            for (Entry entry : entries) {
                write(xml, entry);
            }
            line(xml, 0);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an array takes every byte", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("entry");
        element(xml, 2, "id", entry.link());
        element(xml, 2, "title", entry.title());
        element(xml, 2, "updated", entry.date() + "T00:00:00Z");
        link(xml, 2, "alternate", entry.link());
        element(xml, 2, "content", String.join("\n", entry.lines()));
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, int depth, String name, String text) throws XMLStreamException {
        line(xml, depth);
        xml.writeStartElement(name);
        xml.writeCharacters(CONTROLS.matcher(text).replaceAll("\uFFFD"));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, int depth, String relation, String address)
            throws XMLStreamException {
        line(xml, depth);
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
