package no.barometer.sheet;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** A pull parser that stops at document types, deep nesting, many attributes, and when the time is over. */
final class BoundedXml extends StreamReaderDelegate {
    private static final int LOOK_AT_CLOCK = 0xfff;

    private final Source source;
    private final int deepest;
    private final int mostAttributes;
    private int depth;
    private int events;

    BoundedXml(XMLStreamReader parser, Source source) {
        super(parser);
        this.source = source;
        this.deepest = source.bounds().size(Bound.XML_DEPTH);
        this.mostAttributes = source.bounds().size(Bound.XML_ATTRIBUTES);
    }

    /** Whether so many levels and attributes more are within the bounds. */
    boolean hasRoom(int levels, int attributes) {
        return depth + levels <= deepest && attributes <= mostAttributes;
    }

    /** Whether a prefix is bound to a namespace at the element that the parser is at. */
    boolean binds(String prefix) {
        return getNamespaceContext().getNamespaceURI(prefix) != null;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == START_ELEMENT) {
            if (++depth > deepest) {
                throw source.over(Bound.XML_DEPTH, "XML of deeper elements");
            }
            if (getAttributeCount() > mostAttributes) {
                throw source.over(Bound.XML_ATTRIBUTES, getAttributeCount() + " attributes");
            }
        } else if (event == END_ELEMENT) {
            depth--;
        } else if (event == DTD || event == ENTITY_REFERENCE) {
            throw source.damaged(
                    "a document type or an entity in its XML, which no spreadsheet program writes", "a whole workbook");
        }
        if ((++events & LOOK_AT_CLOCK) == 0) {
            source.checkTime();
        }
        return event;
    }
}
