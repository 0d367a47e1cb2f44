package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream that is unpacked, checked and counted on a thread of its own while its bytes are being parsed. */
final class AheadInput extends InputStream {
    private static final int BLOCK = 1 << 17;

    private final InputStream in;
    private final Ahead<Block> ahead;
    private @Nullable Block block;
    private int at;

    AheadInput(InputStream in) {
        this.in = in;
        this.ahead = new Ahead<>(List.of(new Block(), new Block(), new Block(), new Block()), this::fill);
    }

    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private int length;
    }

    private boolean fill(Block empty) throws IOException {
        empty.length = in.read(empty.bytes, 0, BLOCK);
        return empty.length > 0;
    }

    @Override
    public int read() throws IOException {
        Block now = block();
        return now == null ? -1 : now.bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Block now = block();
        if (now == null) {
            return -1;
        }
        int n = Math.min(length, now.length - at);
        System.arraycopy(now.bytes, at, target, offset, n);
        at += n;
        return n;
    }

    private @Nullable Block block() throws IOException {
        if (block == null || at == block.length) {
            at = 0;
            block = ahead.next();
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        ahead.close();
        in.close();
    }
}
