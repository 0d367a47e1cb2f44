package no.barometer.sheet;

import java.util.Arrays;

/** Characters gathered from a parser, without a string for each piece. */
final class CellText {
    private final int longest;
    private char[] chars = new char[256];
    private int length;

    CellText(int longest) {
        this.longest = longest;
    }

    void clear() {
        length = 0;
    }

    /** @return whether the text is still within the bound */
    boolean append(char[] from, int start, int count) {
        if (!hasRoom(count)) {
            return false;
        }
        System.arraycopy(from, start, chars, length, count);
        length += count;
        return true;
    }

    /** Appends ASCII. @return whether the text is still within the bound */
    boolean append(byte[] from, int start, int count) {
        if (!hasRoom(count)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            chars[length + i] = (char) from[start + i];
        }
        length += count;
        return true;
    }

    /** @return whether the text is still within the bound */
    boolean append(char c) {
        if (!hasRoom(1)) {
            return false;
        }
        chars[length++] = c;
        return true;
    }

    /** Whether so many characters more are within the bound; then there is room for them. */
    private boolean hasRoom(int count) {
        if (length + (long) count > longest) {
            return false;
        }
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(length + count, chars.length * 2));
        }
        return true;
    }

    /** The whole number it is, or -1 if it is none of at most nine digits. */
    int integer() {
        int value = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < '0' || c > '9' || length > 9) {
                return Xml.integer(toString().strip(), -1);
            }
            value = value * 10 + (c - '0');
        }
        return length == 0 ? -1 : value;
    }

    /** Turns digits and brackets from a position on into raised ones: 41 with a raised 1 is 41¹ and not 411. */
    void raise(int from) {
        for (int i = from; i < length; i++) {
            chars[i] = Raised.of(chars[i]);
        }
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Whether characters may be written as {@code _x000D_}. */
    boolean isEscaped() {
        for (int i = 1; i < length; i++) {
            if (chars[i] == 'x' && chars[i - 1] == '_') {
                return true;
            }
        }
        return false;
    }

    /** The text with the characters written as {@code _x000D_}, which XML cannot hold, put back. */
    String unescaped() {
        String text = toString();
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            int code = at + 6 < text.length() && text.charAt(at + 6) == '_' ? hex(text, at + 2) : -1;
            if (code < 0) {
                at += 2;
            } else {
                result.append(text, from, at).append((char) code);
                at += 7;
                from = at;
            }
        }
        return result.append(text, from, text.length()).toString();
    }

    private static int hex(String text, int start) {
        int code = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
