package no.barometer.sheet;

import java.util.Arrays;

/** The signs that part fields and records in a text, or make a field more than its characters. All of them are ASCII. */
final class Signs {
    static final byte DELIMITER = 1;
    static final byte LINE_END = 2;
    static final byte QUOTE = 3;

    private final byte[] meanings = new byte[128];

    /** @param escape 0 if there is none */
    Signs(char delimiter, char quote, char escape) {
        mean('\n', LINE_END);
        mean('\r', LINE_END);
        mean(delimiter, DELIMITER);
        mean(quote, QUOTE);
        if (escape != 0) {
            mean(escape, QUOTE);
        }
    }

    private void mean(char c, byte meaning) {
        if (c < meanings.length) {
            meanings[c] = meaning;
        }
    }

    /** Whether these can be told apart from all others: each of them is ASCII. */
    static boolean suit(char delimiter, char quote, char escape) {
        return delimiter < 128 && quote < 128 && escape < 128;
    }

    /** Signs of some characters, in their order. */
    static final class Places {
        private static final int PLACE = (1 << 24) - 1;

        private int[] packed = new int[1 << 10];
        private int count;

        int count() {
            return count;
        }

        int at(int index) {
            return packed[index] & PLACE;
        }

        byte meaning(int index) {
            return (byte) (packed[index] >>> 24);
        }

        /** How many signs from an index on have a meaning. */
        int run(int from, byte meaning) {
            int end = from;
            while (end < count && packed[end] >>> 24 == meaning) {
                end++;
            }
            return end - from;
        }

        /** Copies so many places from an index on, each moved by the same. */
        void places(int from, int size, int moved, int[] target, int at) {
            for (int i = 0; i < size; i++) {
                target[at + i] = moved + (packed[from + i] & PLACE);
            }
        }

        private void add(int place, byte meaning) {
            if (count == packed.length) {
                packed = Arrays.copyOf(packed, 2 * count);
            }
            packed[count++] = meaning << 24 | place;
        }
    }

    /**
     * Puts what is found in the place of what was found before.
     *
     * @param length at most 2^24
     */
    void find(char[] chars, int length, Places found) {
        found.count = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 128 && meanings[c] != 0) {
                found.add(i, meanings[c]);
            }
        }
    }
}
