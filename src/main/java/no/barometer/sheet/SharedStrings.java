package no.barometer.sheet;

import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The texts that a workbook's cells refer to by number. */
final class SharedStrings {
    private final String[] strings;

    private SharedStrings(String[] strings) {
        this.strings = strings;
    }

    int size() {
        return strings.length;
    }

    String get(int index) {
        return strings[index];
    }

    /** @param in the part, or null where there is none */
    static SharedStrings read(@Nullable InputStream in, Source source) throws XMLStreamException {
        return new SharedStrings(in == null ? new String[0] : strings(Xml.reader(in, source), source));
    }

    private static String[] strings(XMLStreamReader xml, Source source) throws XMLStreamException {
        String[] strings = new String[256];
        int count = 0;
        long characters = 0;
        CellText text = new CellText(source.bounds().size(Bound.TEXT));
        int most = source.bounds().size(Bound.STRINGS);
        long mostCharacters = source.bounds().of(Bound.STRINGS_LENGTH);
        boolean collecting = false;
        int phonetic = 0;
        boolean raised = false;
        int start = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> text.clear();
                    case "rPh" -> phonetic++;
                    case "t" -> {
                        collecting = phonetic == 0;
                        start = text.length();
                    }
                    case "r" -> raised = false;
                    case "vertAlign" -> raised = Xml.isRaised(xml);
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "rPh" -> phonetic--;
                    case "t" -> {
                        collecting = false;
                        if (raised) {
                            text.raise(start);
                        }
                    }
                    case "r" -> raised = false;
                    case "si" -> {
                        if (count == most) {
                            throw source.over(Bound.STRINGS, "more distinct texts");
                        }
                        if (count == strings.length) {
                            strings = Arrays.copyOf(strings, count * 2);
                        }
                        strings[count++] = text.unescaped();
                        characters += text.length();
                    }
                    default -> {}
                }
            } else if (collecting && xml.hasText()) {
                boolean fits = text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (!fits || characters > mostCharacters) {
                    throw source.over(fits ? Bound.STRINGS_LENGTH : Bound.TEXT, "longer texts");
                }
            }
        }
        return Arrays.copyOf(strings, count);
    }
}
