package no.barometer.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Escapes quotes that stand inside a quoted field. Who escapes quotes forgets some: {@code "the tool "ARVE"";"next"}. A
 * quote that no delimiter or line end follows closes nothing, so it is text.
 */
final class StrayQuotes extends Reader {
    private static final int NONE = -2;

    private final BufferedReader in;
    private final char delimiter;
    private final char quote;
    private final char escape;
    private int waiting = NONE;
    private boolean fieldStart = true;
    private boolean quoted;
    private boolean escaped;

    StrayQuotes(Reader in, char delimiter, char quote, char escape) {
        this.in = new BufferedReader(in);
        this.delimiter = delimiter;
        this.quote = quote;
        this.escape = escape;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int n = 0;
        while (n < length) {
            int c = next();
            if (c < 0) {
                return n == 0 ? -1 : n;
            }
            target[offset + n++] = (char) c;
        }
        return n;
    }

    private int next() throws IOException {
        if (waiting != NONE) {
            int c = waiting;
            waiting = NONE;
            return c;
        }
        int c = in.read();
        if (escaped) {
            escaped = false;
        } else if (c == escape) {
            escaped = true;
            fieldStart = false;
        } else if (!quoted) {
            quoted = c == quote && fieldStart;
            fieldStart = ends(c);
        } else if (c == quote) {
            return inside();
        }
        return c;
    }

    /** A quote within a quoted field: its end, one of a doubled pair, or text. */
    private int inside() throws IOException {
        in.mark(2);
        int second = in.read();
        if (ends(second)) {
            in.reset();
            quoted = false;
            fieldStart = false;
            return quote;
        }
        boolean doubled = second == quote && !ends(in.read());
        in.reset();
        if (doubled) {
            waiting = in.read();
            return quote;
        }
        waiting = quote;
        return escape;
    }

    private boolean ends(int c) {
        return c == delimiter || c == '\n' || c == '\r' || c < 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
