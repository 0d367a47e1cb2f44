package no.barometer.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part's XML, stopped with a fault when it goes on without a new tag: parsers hold such a piece in memory. */
final class MarkupInput extends FilterInputStream {
    private final Budget budget;
    private final long longest;
    private long piece;

    MarkupInput(InputStream in, Budget budget, long longest) {
        super(new BoundedInput(in, budget));
        this.budget = budget;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = super.read(b, off, len);
        for (int i = off + n - 1; i >= off; i--) {
            if (b[i] == '<') {
                piece = (long) off + n - i;
                return n;
            }
        }
        piece += Math.max(n, 0);
        if (piece > longest) {
            throw budget.endless();
        }
        return n;
    }
}
