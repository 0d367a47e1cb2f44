package no.barometer.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a tag as nearly every program writes them: one space before each, names of letters and digits, values of
 * printable ASCII without references.
 */
final class PlainTag {
    static final int MOST = 20;

    private static final byte[] EXTENDED = PlainRows.ascii("x14ac:dyDescent");
    private static final byte[] SPACE = PlainRows.ascii("xml:space");

    private final int[] names = new int[MOST];
    private final int[] values = new int[MOST];
    private final int[] ends = new int[MOST];
    private boolean extended;
    private int count;

    /** Whether the prefix {@code x14ac} is bound, with which Excel writes an attribute. */
    void setExtended(boolean bound) {
        extended = bound;
    }

    /** Reads attributes. @return behind the last one; where it is not plain, {@code ~} that place */
    int read(byte[] bytes, int start) {
        count = 0;
        int i = start;
        while (bytes[i] == ' ') {
            int name = i + 1;
            if (isEnd(bytes[name])) {
                return name;
            }
            int equals = name(bytes, name);
            byte quote = bytes[equals + 1];
            if (equals == name || bytes[equals] != '=' || (quote != '"' && quote != '\'')) {
                return ~equals;
            }
            int end = equals + 2;
            while (bytes[end] >= ' '
                    && bytes[end] <= '~'
                    && bytes[end] != quote
                    && bytes[end] != '<'
                    && bytes[end] != '&') {
                end++;
            }
            if (bytes[end] != quote || count == MOST || find(bytes, name, equals) >= 0) {
                return ~end;
            }
            names[count] = name;
            values[count] = equals + 2;
            ends[count++] = end;
            i = end + 1;
        }
        return i;
    }

    /** Whether a tag ends here: a space may stand before. */
    static boolean isEnd(byte b) {
        return b == '>' || b == '/';
    }

    private int name(byte[] bytes, int start) {
        int i = start;
        while (isLetter(bytes[i]) || (i > start && bytes[i] >= '0' && bytes[i] <= '9')) {
            i++;
        }
        if (bytes[i] != ':') {
            return i;
        }
        if (extended && PlainRows.stands(EXTENDED, bytes, start)) {
            return start + EXTENDED.length;
        }
        return PlainRows.stands(SPACE, bytes, start) ? start + SPACE.length : i;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /** Which attribute has the name that stands somewhere; -1 if there is none. */
    private int find(byte[] bytes, int start, int end) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(bytes, start, end, bytes, names[i], values[i] - 2)) {
                return i;
            }
        }
        return -1;
    }

    /** An attribute's value, or null if there is none. */
    @Nullable
    String value(byte[] bytes, byte[] name) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(name, 0, name.length, bytes, names[i], values[i] - 2)) {
                return new String(bytes, values[i], ends[i] - values[i], StandardCharsets.US_ASCII);
            }
        }
        return null;
    }
}
