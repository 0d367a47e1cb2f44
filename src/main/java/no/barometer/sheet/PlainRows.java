package no.barometer.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the rows that nearly every program writes, byte by byte: UTF-8 without prefixes, comments or runs of rich text, rows
 * and cells in order. It stops before the first row that is anything else, from where a parser must read on; nothing of that
 * row was handed on. Whatever it lets pass is well-formed.
 */
final class PlainRows {
    /** Elements from the rows to a text within a cell. */
    private static final int LEVELS = 4;

    private static final byte[] NUMBER = ascii("r");
    private static final byte[] HIDDEN = ascii("hidden");
    private static final byte[] HEIGHT = ascii("ht");
    private static final byte[] START = ascii("<row");
    private static final byte[] END = ascii("</row>");
    private static final byte[] END_OF_ROWS = ascii("</sheetData>");

    private final SheetFeed feed;
    private final PlainCell cell;
    private final PlainTag tag = new PlainTag();

    private boolean hiddenByDefault;
    private int lastRow;
    /** Behind the row that was read last; or where it is not plain. */
    private int at;

    PlainRows(SheetFeed feed, CellContent content) {
        this.feed = feed;
        this.cell = new PlainCell(content);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the rows that a parser has just come to may be plain. */
    static boolean suit(BoundedXml xml) {
        String encoding = xml.getCharacterEncodingScheme();
        String version = xml.getVersion();
        return (encoding == null || encoding.equalsIgnoreCase("UTF-8"))
                && (version == null || version.equals("1.0"))
                && xml.hasRoom(LEVELS, PlainTag.MOST);
    }

    /**
     * Reads rows from where the part is, and leaves it before the first that is not plain.
     *
     * @param extended whether the prefix {@code x14ac} is bound
     * @return the number of the last row, 0 if there was none
     */
    int read(SheetPart part, boolean rowsAreHidden, boolean extended) throws IOException {
        hiddenByDefault = rowsAreHidden;
        tag.setExtended(extended);
        lastRow = 0;
        while (true) {
            if (row(part.bytes(), part.at())) {
                feed.endOfRow();
                part.advance(at);
            } else if (at + SheetPart.BEYOND <= part.end() || !part.more()) {
                // it is not for want of bytes that the row is not plain
                return lastRow;
            }
        }
    }

    /** Reads one row, but does not end it. */
    private boolean row(byte[] bytes, int start) {
        at = blank(bytes, start);
        if (!stands(START, bytes, at) || !pass(tag.read(bytes, at + START.length))) {
            return false;
        }
        boolean empty = bytes[at] == '/';
        at += empty ? 1 : 0;
        int number = number(bytes);
        if (bytes[at] != '>' || number <= lastRow || number > CellAddress.ROWS) {
            return false;
        }
        SourceRow row = feed.start(number, isHidden(bytes));
        if (empty) {
            at++;
        } else if (pass(cell.readAll(bytes, at + 1, row)) && stands(END, bytes, at)) {
            at += END.length;
        } else {
            return false;
        }
        if (!isFollowed(bytes)) {
            return false;
        }
        lastRow = number;
        return true;
    }

    /** @param place where to go on; {@code ~} it if something is not plain there */
    private boolean pass(int place) {
        at = place < 0 ? ~place : place;
        return place >= 0;
    }

    private int number(byte[] bytes) {
        String stated = tag.value(bytes, NUMBER);
        return stated == null ? lastRow + 1 : Xml.integer(stated, 0);
    }

    private boolean isHidden(byte[] bytes) {
        String height = tag.value(bytes, HEIGHT);
        return Xml.isTrue(tag.value(bytes, HIDDEN)) || (height == null ? hiddenByDefault : Xml.isZero(height));
    }

    /** Whether a row follows or the rows are over. What stands astray between rows is a parser's matter. */
    private boolean isFollowed(byte[] bytes) {
        int next = blank(bytes, at);
        if (stands(END_OF_ROWS, bytes, next)) {
            return true;
        }
        byte after = bytes[next + START.length];
        if (stands(START, bytes, next) && (after == ' ' || after == '>' || after == '/')) {
            return true;
        }
        at = next;
        return false;
    }

    /** Past spaces and line ends that mean nothing. */
    static int blank(byte[] bytes, int start) {
        int i = start;
        while (bytes[i] == '\n' || bytes[i] == ' ' || bytes[i] == '\t') {
            i++;
        }
        return i;
    }

    static boolean stands(byte[] what, byte[] bytes, int at) {
        return Arrays.equals(what, 0, what.length, bytes, at, at + what.length);
    }
}
