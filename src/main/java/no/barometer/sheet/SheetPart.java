package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a sheet's part: given to a parser, or, where its rows begin, to {@link PlainRows}. It is unpacked once: a
 * small part is held whole, a large one passes through a window, and its merged regions are known behind its rows only.
 */
final class SheetPart extends InputStream {
    /** Parts up to this size are held whole; a row that is larger is no plain one. */
    static final int WHOLE = 1 << 20;
    /** Bytes behind the last one that may be looked at; the first of them is 0, which is nowhere in XML. */
    static final int BEYOND = 32;

    private static final byte[] ROWS = {'<', 's', 'h', 'e', 'e', 't', 'D', 'a', 't', 'a', '>'};

    private final InputStream in;
    private final int window;
    private final MergedRegions regions;
    private @Nullable List<SheetInfo.Region> merged;
    private byte[] bytes;
    private int at;
    private int end;
    private boolean exhausted;
    /** Where the parser is kept from reading on, once: where rows begin that may be plain. */
    private int stop;

    private SheetPart(InputStream in, int window, MergedRegions regions) throws IOException {
        this.in = in;
        this.window = window;
        this.regions = regions;
        this.bytes = new byte[Math.min(Math.max(in.available(), 1 << 9) + 1, window) + BEYOND];
    }

    /** @param window how many bytes are held at most, such as {@link #WHOLE} */
    static SheetPart of(InputStream in, int window, Source source, String sheet)
            throws IOException, XMLStreamException {
        SheetPart part = new SheetPart(in, window, new MergedRegions(source, sheet));
        while (!part.exhausted && part.end < window) {
            part.more();
        }
        if (part.exhausted) {
            part.merged = MergedRegions.find(part.bytes, part.end, source, sheet);
        }
        part.stop = part.beginOfRows();
        return part;
    }

    /** Whether it is a large part in UTF-16, in which nothing is searched for: its merged regions must be told. */
    boolean isToBeTold() {
        return merged == null && MergedRegions.isWide(bytes, end);
    }

    void tell(List<SheetInfo.Region> known) {
        merged = known;
    }

    /** Whether all of it was looked at before its rows. */
    boolean isKnown() {
        return merged != null;
    }

    /** The merged regions. Reads to the end, so that everything is checked. */
    List<SheetInfo.Region> merged() throws IOException {
        List<SheetInfo.Region> known = merged;
        if (known == null) {
            while (at < end || !exhausted) {
                pass(end - at);
                more();
            }
            known = regions.found();
            merged = known;
        }
        return known;
    }

    /** Behind the first tag that begins rows, if it is an ordinary one; a name is nowhere written otherwise. */
    private int beginOfRows() {
        for (int i = 0; i + ROWS.length <= end; i++) {
            if (bytes[i] == 's' && Arrays.equals(bytes, i, i + ROWS.length - 2, ROWS, 1, ROWS.length - 1)) {
                boolean ordinary = i > 0 && bytes[i - 1] == '<' && bytes[i + ROWS.length - 2] == '>';
                return ordinary ? i + ROWS.length - 1 : Integer.MAX_VALUE;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Whether the parser has just read the tag that begins the rows and nothing behind it; asked once. */
    boolean isAtRows() {
        boolean there = at == stop;
        stop = Integer.MAX_VALUE;
        return there;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    /** The bytes up to here were rows. */
    void advance(int to) {
        at = to;
    }

    /** Reads on; what is left moves to the front. @return false at the end, or where too much is left */
    boolean more() throws IOException {
        if (exhausted || end - at >= window) {
            return false;
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        int room = bytes.length - BEYOND - end;
        if (room == 0) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * end, window) + BEYOND);
            room = bytes.length - BEYOND - end;
        }
        int n = in.read(bytes, end, room);
        exhausted = n < 0;
        end += Math.max(n, 0);
        bytes[end] = 0;
        return !exhausted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at >= stop) {
            stop = Integer.MAX_VALUE;
        }
        if (at == end && !more()) {
            return -1;
        }
        int n = Math.min(length, Math.min(end, stop) - at);
        System.arraycopy(bytes, at, target, offset, n);
        pass(n);
        return n;
    }

    private void pass(int count) {
        if (merged == null) {
            regions.search(bytes, at, count);
        }
        at += count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
