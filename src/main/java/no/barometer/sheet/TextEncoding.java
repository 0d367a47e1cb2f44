package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How a text file's bytes become characters.
 *
 * @param mark bytes of the byte order mark at its start, which are no text
 */
record TextEncoding(Charset charset, int mark) {
    /** So much is looked at before UTF-8 is taken for certain. */
    private static final long LOOKED_AT = 1L << 26;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** The declared encoding, or the one found: a byte order mark, the zeros of UTF-16, valid UTF-8, else Windows-1252. */
    static TextEncoding of(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(4096);
            TextEncoding marked = marked(head);
            if (marked != null) {
                return marked;
            }
            if (!source.options().encoding().isEmpty()) {
                return new TextEncoding(declared(source), 0);
            }
            Charset wide = wide(head);
            if (wide != null) {
                return new TextEncoding(wide, 0);
            }
            return new TextEncoding(narrow(head, in, source), 0);
        }
    }

    private static @Nullable TextEncoding marked(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    private static Charset declared(Source source) {
        String name = source.options().encoding();
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw source.fault(Kind.BAD_ENCODING, "the unknown encoding \"" + name + "\"", "UTF-8 or Windows-1252");
        }
    }

    /** UTF-16 without a mark: in every other byte nearly nothing but zeros. */
    private static @Nullable Charset wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int pairs = head.length / 2;
        if (pairs > 0 && zeros[0] * 10 > pairs * 4 && zeros[1] * 20 < pairs) {
            return StandardCharsets.UTF_16BE;
        }
        if (pairs > 0 && zeros[1] * 10 > pairs * 4 && zeros[0] * 20 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static Charset narrow(byte[] head, InputStream in, Source source) throws IOException {
        Utf8Check check = new Utf8Check();
        check.add(head, head.length);
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n > 0 && check.seen() < LOOKED_AT; n = in.read(buffer)) {
            check.add(buffer, n);
        }
        if (check.invalid() == 0) {
            return StandardCharsets.UTF_8;
        }
        if (check.valid() > check.invalid()) {
            // letters of two or more bytes hardly come about by chance: this is UTF-8 with something else in it
            throw source.faultAt(
                    Kind.BAD_ENCODING,
                    check.firstInvalidLine(),
                    "a byte that is not UTF-8 among UTF-8",
                    "one encoding");
        }
        return WINDOWS;
    }
}
