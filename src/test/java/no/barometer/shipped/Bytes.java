package no.barometer.shipped;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as bytes without clock, user or machine in them. */
final class Bytes {
    private static final String THE_DATE = "2026-01-01T00:00:00";

    private Bytes() {}

    static byte[] xlsx(XSSFWorkbook workbook) throws IOException {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("");
        properties.setCreated(Optional.of(Date.from(Instant.parse(THE_DATE + "Z"))));
        properties.setModified(Optional.of(Date.from(Instant.parse(THE_DATE + "Z"))));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        workbook.write(written);
        workbook.close();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> part : parts(written.toByteArray()).entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.parse(THE_DATE));
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    static byte[] xls(HSSFWorkbook workbook) throws IOException {
        // POI signs with the name of whoever runs it
        if (workbook.getInternalWorkbook().findFirstRecordBySid(WriteAccessRecord.sid)
                instanceof WriteAccessRecord by) {
            by.setUsername("SSB");
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        workbook.write(written);
        workbook.close();
        return written.toByteArray();
    }

    static byte[] text(Charset charset, String lineEnd, List<String> lines) {
        return (String.join(lineEnd, lines) + lineEnd).getBytes(charset);
    }

    /** The parts of a zip, unpacked. */
    static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }
}
