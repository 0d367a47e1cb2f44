package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Checks a part against the checksum in its archive when it has been read to its end, which POI does not. */
final class ChecksumInput extends CheckedInputStream {
    private final long expected;
    private final Source source;

    ChecksumInput(InputStream in, long expected, Source source) {
        super(in, new CRC32());
        this.expected = expected;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b < 0) {
            check();
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = super.read(b, off, len);
        if (n < 0) {
            check();
        }
        return n;
    }

    private void check() {
        if (getChecksum().getValue() != expected) {
            throw source.damaged("a part that differs from its checksum", "a whole workbook");
        }
    }
}
