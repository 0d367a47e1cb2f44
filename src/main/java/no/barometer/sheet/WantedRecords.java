package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * A stream of .xls records without those that no reading needs: drawings, charts, names, macros, print settings. POI parses
 * every record it is given, and gives up on any that it does not understand.
 */
final class WantedRecords extends InputStream {
    private static final int HEADER = 4;
    private static final int CONTINUE = 0x3C;
    private static final int FILE_PASS = 0x2F;
    private static final int LONGEST = 8224;

    /** Numbers of records as in [MS-XLS] 2.3.1. */
    private static final Set<Integer> WANTED = Set.of(
            0x0009, // BOF of Excel 2
            0x0209, // BOF of Excel 3
            0x0409, // BOF of Excel 4
            0x0809, // BOF
            0x000A, // EOF
            0x0086, // WriteProtect, before FilePass
            FILE_PASS, 0x0022, // Date1904
            0x0085, // BoundSheet8
            0x0031, // Font
            0x00FC, // SST
            0x041E, // Format
            0x00E0, // XF
            0x0006, // Formula
            0x0207, // String
            0x0203, // Number
            0x0204, // Label
            0x00FD, // LabelSst
            0x0205, // BoolErr
            0x027E, // RK
            0x00BD, // MulRk
            0x0208, // Row
            0x007D, // ColInfo
            0x00E5); // MergeCells

    private final InputStream in;
    private final Source source;
    private final byte[] record = new byte[HEADER + LONGEST];
    private int at;
    private int end;
    private boolean wanted;
    private boolean ciphered;
    private boolean over;

    WantedRecords(InputStream in, Source source) {
        this.in = in;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return fill() ? record[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(record, at, target, offset, n);
        at += n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return fill() ? end - at : 0;
    }

    /** @return whether there is a wanted record to read from */
    private boolean fill() throws IOException {
        while (at == end && !over) {
            source.checkTime();
            next();
        }
        return at < end;
    }

    private void next() throws IOException {
        if (in.readNBytes(record, 0, HEADER) < HEADER) {
            over = true;
            return;
        }
        int kind = (record[0] & 0xff) | (record[1] & 0xff) << 8;
        int length = (record[2] & 0xff) | (record[3] & 0xff) << 8;
        // what is hidden under the standard password is deciphered by its place in the stream
        ciphered |= kind == FILE_PASS;
        wanted = ciphered || (kind == CONTINUE ? wanted : WANTED.contains(kind));
        if (!wanted) {
            over = in.skip(length) < length;
            return;
        }
        if (length > LONGEST) {
            throw source.damaged("a record of " + length + " bytes in the workbook", "at most " + LONGEST);
        }
        at = 0;
        end = HEADER + in.readNBytes(record, HEADER, length);
        over = end < HEADER + length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
