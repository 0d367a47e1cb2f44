package no.barometer.sheet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts last met in one column. A column repeats a few texts row after row: each is made into a string once, and whoever
 * looks it up finds its hash known.
 */
final class RecentTexts {
    private static final int SLOTS = 512;
    private static final int LONGEST = 64;
    private static final String[] LETTERS = new String[128];

    static {
        for (char c = 0; c < LETTERS.length; c++) {
            LETTERS[c] = String.valueOf(c).intern();
        }
    }

    private char @Nullable [] @Nullable [] keys;
    private String[] texts = new String[0];

    /** The text of some characters. */
    String of(char[] chars, int start, int end) {
        int length = end - start;
        if (length == 1 && chars[start] < LETTERS.length) {
            return LETTERS[chars[start]];
        }
        if (length > LONGEST) {
            return new String(chars, start, length);
        }
        char[][] known = keys;
        if (known == null) {
            known = new char[SLOTS][];
            keys = known;
            texts = new String[SLOTS];
        }
        int hash = length;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 9) & (SLOTS - 1);
        char[] key = known[slot];
        if (key == null || !Arrays.equals(key, 0, key.length, chars, start, end)) {
            known[slot] = Arrays.copyOfRange(chars, start, end);
            texts[slot] = new String(chars, start, length);
        }
        return texts[slot];
    }
}
