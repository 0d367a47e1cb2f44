package no.barometer.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits records of delimited text that hold no quotation mark and no escape: there every delimiter and every line end is
 * one. It stops before the first line that holds either, from where a parser must read on.
 */
final class PlainRecords {
    private static final byte DELIMITER = 1;
    private static final byte LINE_END = 2;
    private static final byte QUOTE = 3;

    private final DecodedText in;
    private final byte[] meanings = new byte[128];

    private char[] chars = new char[1 << 16];
    private int start;
    private int end;
    private boolean exhausted;
    private long line = 1;
    private int[] ends = new int[64];
    private int fields;

    /** @param escape 0 if there is none */
    PlainRecords(DecodedText in, char delimiter, char quote, char escape) {
        this.in = in;
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

    /** Whether this can tell the signs apart: all of them are ASCII. */
    static boolean suits(char delimiter, char quote, char escape) {
        return delimiter < 128 && quote < 128 && escape < 128;
    }

    /** Takes one record: its fields lie one after the other, a sign apart. */
    interface Sink {
        void record(char[] chars, int start, int[] ends, int fields, long line);
    }

    /** @return whether that was the end of the text; else {@link #rest} is to be parsed */
    boolean read(Sink sink) throws IOException {
        int at = start;
        while (true) {
            byte meaning = 0;
            while (at < end) {
                char c = chars[at];
                meaning = c < 128 ? meanings[c] : 0;
                if (meaning != 0) {
                    break;
                }
                at++;
            }
            if (meaning == QUOTE) {
                return false;
            }
            if (meaning == DELIMITER) {
                field(at++);
            } else if (meaning == LINE_END && (chars[at] == '\n' || at + 1 < end || exhausted)) {
                int next = chars[at] == '\r' && at + 1 < end && chars[at + 1] == '\n' ? at + 2 : at + 1;
                field(at);
                record(sink, next);
                at = next;
            } else if (exhausted) {
                if (at > start || fields > 0) {
                    field(at);
                    record(sink, at);
                }
                return true;
            } else {
                at -= more();
            }
        }
    }

    private void field(int at) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = at;
    }

    private void record(Sink sink, int next) {
        in.recordEnded();
        int count = fields;
        fields = 0;
        sink.record(chars, start, ends, count, line++);
        start = next;
    }

    /** Reads on behind the record begun, which moves to the front. @return by how much it moved */
    private int more() throws IOException {
        int moved = start;
        System.arraycopy(chars, start, chars, 0, end - start);
        for (int i = 0; i < fields; i++) {
            ends[i] -= moved;
        }
        end -= moved;
        start = 0;
        if (end == chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
        int n = in.read(chars, end, chars.length - end);
        if (n < 0) {
            exhausted = true;
        } else {
            end += n;
        }
        return moved;
    }

    /** The number of the line at which {@link #rest} begins. */
    long line() {
        return line;
    }

    /** What is left, from the beginning of the record that is not plain. */
    Reader rest() {
        return new Reader() {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                if (start == end) {
                    return in.read(target, offset, length);
                }
                int n = Math.min(length, end - start);
                System.arraycopy(chars, start, target, offset, n);
                start += n;
                return n;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
