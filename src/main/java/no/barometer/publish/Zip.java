package no.barometer.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives whose bytes follow from their content alone. */
final class Zip {
    /** Near the first time that the format knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** A third sooner than Java's own choice, for a few bytes in a thousand more. */
    private static final int LEVEL = 5;

    /** A file on its way into an archive. */
    private record Packed(ZipArchiveEntry entry, InputStream bytes) {}

    private Zip() {}

    /** @param files by path, in their order */
    static byte[] of(Map<String, byte[]> files) throws IOException {
        List<Map.Entry<String, byte[]>> all = List.copyOf(files.entrySet());
        List<Packed> packed = AllCores.make(
                all.size(), i -> packed(all.get(i).getKey(), all.get(i).getValue()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Packed one : packed) {
                zip.addRawArchiveEntry(one.entry(), one.bytes());
            }
        }
        return out.toByteArray();
    }

    /** What an archive holds, by path, in its order. */
    static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static Packed packed(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL, true);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(bytes);
        } finally {
            deflater.end();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setCrc(sum.getValue());
        entry.setSize(bytes.length);
        entry.setCompressedSize(out.size());
        return new Packed(entry, new ByteArrayInputStream(out.toByteArray()));
    }
}
