package no.barometer.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits records of delimited text that hold no quotation mark and no escape: there every delimiter and every line end is
 * one. It stops before the first line that holds either, from where a parser must read on.
 */
final class PlainRecords {
    private final DecodedText in;
    private char[] chars = new char[2 * DecodedText.most()];
    private int start;
    private int end;
    private boolean exhausted;
    private long line = 1;
    /** Signs of what was read last; those from {@code next} on are still to be seen. */
    private Signs.Places signs = new Signs.Places();

    private int next;
    /** Where in the buffer begins what was read last. */
    private int base;
    /** A return at the end of what was read: whether the next sign belongs to it is not known yet. */
    private boolean pending;

    private int[] ends = new int[64];
    private int fields;

    PlainRecords(DecodedText in) {
        this.in = in;
    }

    /** Takes one record: its fields lie one after the other, a sign apart. */
    interface Sink {
        void record(char[] chars, int start, int[] ends, int fields, long line);
    }

    /** @return whether that was the end of the text; else {@link #rest} is to be parsed */
    boolean read(Sink sink) throws IOException {
        while (true) {
            if (next == signs.count()) {
                if (exhausted) {
                    if (end > start || fields > 0) {
                        field(end);
                        record(sink, end);
                    }
                    return true;
                }
                more(sink);
                continue;
            }
            delimiters();
            if (next == signs.count()) {
                continue;
            }
            if (signs.meaning(next) == Signs.QUOTE) {
                return false;
            }
            int at = base + signs.at(next);
            next++;
            if (chars[at] == '\r' && at + 1 == end) {
                pending = true;
            } else {
                boolean two = chars[at] == '\r' && chars[at + 1] == '\n';
                next += two ? 1 : 0;
                field(at);
                record(sink, two ? at + 2 : at + 1);
            }
        }
    }

    /** Takes the fields that end before the next other sign. */
    private void delimiters() {
        int found = signs.run(next, Signs.DELIMITER);
        if (fields + found > ends.length) {
            ends = Arrays.copyOf(ends, 2 * (fields + found));
        }
        signs.places(next, found, base, ends, fields);
        next += found;
        fields += found;
    }

    private void field(int at) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = at;
    }

    private void record(Sink sink, int following) {
        in.recordEnded();
        int complete = fields;
        fields = 0;
        sink.record(chars, start, ends, complete, line++);
        start = following;
    }

    /** Reads on behind the record begun, which moves to the front. */
    private void more(Sink sink) throws IOException {
        int moved = start;
        System.arraycopy(chars, start, chars, 0, end - start);
        for (int i = 0; i < fields; i++) {
            ends[i] -= moved;
        }
        end -= moved;
        start = 0;
        while (chars.length - end < DecodedText.most()) {
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
        base = end;
        int n = in.read(chars, end, DecodedText.most());
        exhausted = n < 0;
        end += Math.max(n, 0);
        signs = exhausted ? new Signs.Places() : in.signs();
        next = 0;
        if (pending) {
            pending = false;
            boolean two = base < end && chars[base] == '\n';
            next += two ? 1 : 0;
            field(base - 1);
            record(sink, two ? base + 1 : base);
        }
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
