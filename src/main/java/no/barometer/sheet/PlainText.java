package no.barometer.sheet;

import java.nio.charset.StandardCharsets;

/** Decodes the text of an element: UTF-8 and the five references that need no declaration. */
final class PlainText {
    private static final String[] REFERENCES = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    private static final byte[][] WRITTEN = new byte[REFERENCES.length][];
    private static final String MEANT = "&<>\"'";

    static {
        for (int i = 0; i < WRITTEN.length; i++) {
            WRITTEN[i] = PlainRows.ascii(REFERENCES[i]);
        }
    }

    private final CellText text;

    PlainText(CellText text) {
        this.text = text;
    }

    /** Reads on to the next tag. @return where; {@code ~} a place where something is not plain */
    int read(byte[] bytes, int start) {
        int i = start;
        while (true) {
            int from = i;
            while (isAsItIs(bytes[i])) {
                i++;
            }
            if (!text.append(bytes, from, i - from)) {
                return ~i;
            }
            byte b = bytes[i];
            if (b == '<') {
                return i;
            }
            i = b == '&' ? reference(bytes, i) : b < 0 ? letters(bytes, i) : ~i;
            if (i < 0) {
                return i;
            }
        }
    }

    private static boolean isAsItIs(byte b) {
        return b > '>' || (b >= ' ' && b != '<' && b != '>' && b != '&') || b == '\n' || b == '\t';
    }

    private int reference(byte[] bytes, int at) {
        for (int i = 0; i < WRITTEN.length; i++) {
            if (PlainRows.stands(WRITTEN[i], bytes, at)) {
                return text.append(MEANT.charAt(i)) ? at + WRITTEN[i].length : ~at;
            }
        }
        return ~at;
    }

    /** Letters that are no ASCII. What is no UTF-8 becomes U+FFFD, and where that stands, a parser must judge. */
    private int letters(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] < 0) {
            end++;
        }
        String letters = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c >= '\ufffd' || !text.append(c)) {
                return ~end;
            }
        }
        return end;
    }
}
