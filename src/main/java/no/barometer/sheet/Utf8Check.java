package no.barometer.sheet;

/** Counts what in a stream of bytes is UTF-8 of more than one byte, and what is not UTF-8 at all. */
final class Utf8Check {
    private long seen;
    private long line = 1;
    private long firstInvalidLine;
    private long valid;
    private long invalid;
    /** Bytes still wanted by the letter begun, and the least value the next may have. */
    private int wanted;

    private int least = 0x80;
    private int most = 0xBF;

    void add(byte[] bytes, int length) {
        seen += length;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            if (wanted > 0) {
                if (b >= least && b <= most) {
                    least = 0x80;
                    most = 0xBF;
                    if (--wanted == 0) {
                        valid++;
                    }
                    continue;
                }
                wanted = 0;
                least = 0x80;
                most = 0xBF;
                fault();
            }
            if (b >= 0x80) {
                begin(b);
            } else if (b == '\n') {
                line++;
            }
        }
    }

    private void begin(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            wanted = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            wanted = 2;
            least = b == 0xE0 ? 0xA0 : 0x80;
            most = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            wanted = 3;
            least = b == 0xF0 ? 0x90 : 0x80;
            most = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            fault();
        }
    }

    private void fault() {
        if (invalid++ == 0) {
            firstInvalidLine = line;
        }
    }

    long seen() {
        return seen;
    }

    /** Letters of more than one byte. */
    long valid() {
        return valid;
    }

    long invalid() {
        return invalid;
    }

    long firstInvalidLine() {
        return firstInvalidLine;
    }
}
