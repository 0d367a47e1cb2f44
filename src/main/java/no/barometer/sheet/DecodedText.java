package no.barometer.sheet;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import no.barometer.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a text file, record by record within bounds. Where there are many, they are decoded on a thread of
 * their own, which also finds where the signs stand that part fields and records.
 */
final class DecodedText extends Reader {
    private static final int BLOCK = 1 << 16;
    /** Smaller files are read sooner than a thread starts. */
    private static final long MUCH = 1 << 20;

    private final Source source;
    private final DecodingReader in;
    private final long longestRecord;
    private final @Nullable Ahead<Block> ahead;
    private final Signs signs;
    private Block block = new Block();
    private int at;
    private long sinceRecord;

    DecodedText(Source source, TextEncoding encoding, Signs signs) throws IOException {
        this.source = source;
        this.signs = signs;
        this.in = new DecodingReader(source, encoding);
        this.longestRecord = source.bounds().of(Bound.RECORD);
        this.ahead = Files.size(source.file()) < MUCH
                ? null
                : new Ahead<>(List.of(new Block(), new Block(), new Block(), new Block()), this::fill);
    }

    private static final class Block {
        private final char[] chars = new char[BLOCK];
        private int length;
        private final Signs.Places signs = new Signs.Places();
        /** Line in which the block ends. */
        private long line = 1;
    }

    private boolean fill(Block empty) {
        empty.length = Math.max(0, in.read(empty.chars, 0, BLOCK));
        empty.line = in.line();
        signs.find(empty.chars, empty.length, empty.signs);
        return empty.length > 0;
    }

    /** A record has ended. */
    void recordEnded() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (at == block.length && !next()) {
            return -1;
        }
        int n = Math.min(length, block.length - at);
        System.arraycopy(block.chars, at, target, offset, n);
        at += n;
        sinceRecord += n;
        if (sinceRecord > longestRecord) {
            throw source.over(
                    Bound.RECORD,
                    "a longer record, or a quote that is never closed",
                    Location.line(source.delivery(), block.line));
        }
        return n;
    }

    /** How many characters may come at once. */
    static int most() {
        return BLOCK;
    }

    /** The signs of what was read last, where as many characters were asked for as may come at once. */
    Signs.Places signs() {
        return block.signs;
    }

    private boolean next() throws IOException {
        at = 0;
        if (ahead == null) {
            return fill(block);
        }
        Block following = ahead.next();
        block = following == null ? new Block() : following;
        return following != null;
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        in.close();
    }
}
