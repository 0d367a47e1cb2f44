package no.barometer.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;

/**
 * Finds the merged regions of a sheet part by searching its bytes, which costs little more than unpacking them. They stand
 * behind the cells.
 */
final class MergedRegions {
    private static final byte[] TAG = "mergeCell".getBytes(StandardCharsets.US_ASCII);
    private static final int[] SKIP = new int[256];
    private static final int BUFFER = 1 << 17;

    static {
        Arrays.fill(SKIP, TAG.length);
        for (int i = 0; i < TAG.length - 1; i++) {
            SKIP[TAG[i]] = TAG.length - 1 - i;
        }
    }

    private final Source source;
    private final String sheet;
    private final List<SheetInfo.Region> found = new ArrayList<>();
    private byte[] buffer = {};
    private int limit;
    private int at = 1;

    MergedRegions(Source source, String sheet) {
        this.source = source;
        this.sheet = sheet;
    }

    /** Looks through a whole part. */
    static List<SheetInfo.Region> find(InputStream in, Source source, String sheet)
            throws IOException, XMLStreamException {
        MergedRegions regions = new MergedRegions(source, sheet);
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        if (isWide(start, start.length)) {
            regions.parse(in);
            return List.copyOf(regions.found);
        }
        byte[] block = new byte[1 << 14];
        for (int n = in.read(block); n > 0; n = in.read(block)) {
            regions.search(block, 0, n);
        }
        return regions.found();
    }

    /** Looks through a whole part that is held in memory. */
    static List<SheetInfo.Region> find(byte[] part, int length, Source source, String sheet) throws XMLStreamException {
        MergedRegions regions = new MergedRegions(source, sheet);
        if (isWide(part, length)) {
            regions.parse(new ByteArrayInputStream(part, 0, length));
            return List.copyOf(regions.found);
        }
        regions.buffer = part;
        regions.limit = length;
        return regions.found();
    }

    /** Whether a part that begins so is UTF-16. */
    static boolean isWide(byte[] start, int length) {
        return length >= 4 && (start[0] == 0 || start[1] == 0 || start[0] == (byte) 0xFE || start[0] == (byte) 0xFF);
    }

    /** UTF-16 is not searched but parsed. */
    private void parse(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = Xml.reader(in, source);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("mergeCell")) {
                String reference = Xml.attribute(xml, "ref");
                add(reference == null ? "" : reference);
            }
        }
    }

    /** Looks through the next bytes of a part. */
    void search(byte[] bytes, int start, int count) {
        int from = start;
        int left = count;
        if (buffer.length == 0) {
            buffer = new byte[BUFFER];
        }
        while (left > 0) {
            if (limit == buffer.length) {
                at = searchBuffer(buffer, at, limit);
                makeRoom();
            }
            int n = Math.min(left, buffer.length - limit);
            System.arraycopy(bytes, from, buffer, limit, n);
            limit += n;
            from += n;
            left -= n;
        }
    }

    /** Of what was searched, a tag that is cut at the end is kept. */
    private int keptFrom() {
        int keep = Math.max(0, Math.min(at - 1, limit));
        if (limit - keep > BUFFER / 2) {
            throw source.damaged("a tag of merged cells that does not end", "a whole workbook");
        }
        return keep;
    }

    private void makeRoom() {
        int keep = keptFrom();
        System.arraycopy(buffer, keep, buffer, 0, limit - keep);
        limit -= keep;
        at -= keep;
    }

    /** What was found when all bytes were looked through. */
    List<SheetInfo.Region> found() {
        at = searchBuffer(buffer, at, limit);
        keptFrom();
        return List.copyOf(found);
    }

    /** @return where to go on when there is more */
    private int searchBuffer(byte[] buffer, int from, int limit) {
        int at = from;
        while (at + TAG.length < limit) {
            int last = buffer[at + TAG.length - 1] & 0xff;
            if (last == TAG[TAG.length - 1] && matches(buffer, at)) {
                int end = at + TAG.length;
                while (end < limit && buffer[end] != '>') {
                    end++;
                }
                if (end == limit) {
                    return at;
                }
                read(new String(buffer, at + TAG.length, end - at - TAG.length, StandardCharsets.UTF_8));
                at = end;
            } else {
                at += SKIP[last];
            }
        }
        return at;
    }

    private static boolean matches(byte[] buffer, int at) {
        byte before = buffer[at - 1];
        byte after = buffer[at + TAG.length];
        return (before == '<' || before == ':')
                && (after == ' ' || after == '\n' || after == '\t' || after == '\r')
                && Arrays.equals(buffer, at, at + TAG.length, TAG, 0, TAG.length);
    }

    private void read(String attributes) {
        int at = attributes.indexOf("ref=");
        if (at < 0 || at + 5 >= attributes.length()) {
            throw damaged(attributes);
        }
        int end = attributes.indexOf(attributes.charAt(at + 4), at + 5);
        add(attributes.substring(at + 5, Math.max(end, at + 5)));
    }

    private void add(String reference) {
        int colon = reference.indexOf(':');
        CellAddress first = CellAddress.of(colon < 0 ? reference : reference.substring(0, colon));
        CellAddress last = CellAddress.of(reference.substring(colon + 1));
        if (first == null || last == null || last.row() < first.row() || last.column() < first.column()) {
            throw damaged(reference);
        }
        if (found.size() == source.bounds().of(Bound.MERGED_REGIONS)) {
            throw source.over(Bound.MERGED_REGIONS, "more merged regions", Location.cell(source.delivery(), sheet, ""));
        }
        found.add(new SheetInfo.Region(first.row(), first.column(), last.row(), last.column()));
    }

    private Fault damaged(String reference) {
        return source.faultAt(
                Kind.DAMAGED, sheet, "", "merged cells \"" + reference.strip() + "\"", "a range such as A1:B2");
    }
}
