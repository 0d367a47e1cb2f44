package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;

/** Decodes strictly: bytes that are no text in the encoding end the reading with their line. */
final class DecodingReader extends Reader {
    private final Source source;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean exhausted;
    private long line = 1;
    private boolean afterReturn;
    private @Nullable Fault pending;

    DecodingReader(Source source, TextEncoding encoding) throws IOException {
        this.source = source;
        this.in = source.open();
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        in.skipNBytes(encoding.mark());
    }

    /** The line that was come to. */
    long line() {
        return line;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (pending != null) {
            throw pending;
        }
        source.checkTime();
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        try {
            fill(out);
        } catch (IOException e) {
            // what came before is still good
            pending = Damage.of(e, source);
        }
        int n = out.position();
        check(target, offset, n);
        if (n == 0 && pending != null) {
            throw pending;
        }
        return n == 0 ? -1 : n;
    }

    private void fill(CharBuffer out) throws IOException {
        while (pending == null) {
            CoderResult result = decoder.decode(bytes, out, exhausted);
            if (result.isError()) {
                String found = "byte " + String.format("%02X", bytes.get(bytes.position()) & 0xff);
                pending = fault(found, out);
                return;
            }
            if (result.isOverflow() || exhausted || out.position() > 0) {
                return;
            }
            bytes.compact();
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (n < 0) {
                exhausted = true;
            } else {
                bytes.position(bytes.position() + n);
            }
            bytes.flip();
        }
    }

    private Fault fault(String found, CharBuffer decoded) {
        long at = line;
        boolean wasReturn = afterReturn;
        for (int i = 0; i < decoded.position(); i++) {
            char c = decoded.array()[decoded.arrayOffset() + i];
            at += c == '\r' || (c == '\n' && !wasReturn) ? 1 : 0;
            wasReturn = c == '\r';
        }
        return source.faultAt(Kind.BAD_ENCODING, at, found, decoder.charset().name());
    }

    private void check(char[] chars, int offset, int n) {
        for (int i = offset; i < offset + n; i++) {
            char c = chars[i];
            if (c > '\r') {
                afterReturn = false;
            } else if (c == 0) {
                throw source.faultAt(Kind.DAMAGED, line, "a zero byte in the text", "text");
            } else {
                line += c == '\r' || (c == '\n' && !afterReturn) ? 1 : 0;
                afterReturn = c == '\r';
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
