package no.barometer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The .xls reader: with {@code z} first the other bytes are the file, else the workbook's records in a sound one. */
public final class XlsFuzzer {
    private XlsFuzzer() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 1) {
            byte[] rest = Arrays.copyOfRange(data, 1, data.length);
            ReadingTry.of(Scratch.file("a.xls", data[0] == 'z' ? rest : ole(rest)), ReadingTry.options());
        }
    }

    private static byte[] ole(byte[] records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.createDocument(new ByteArrayInputStream(records), "Workbook");
            ole.writeFilesystem(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
