package no.barometer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages a workbook in the archive, in its parts, or in the XML of a part. */
final class XlsxMutation {
    private static final String[] NAMES = {
        "../../evil.xml",
        "/etc/passwd",
        "C:\\evil.xml",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "CON",
        "a\nb",
        "xl/vbaProject.bin",
        "xl/externalLinks/externalLink1.xml",
        "word/document.xml",
        "mimetype",
        "[Content_Types].xml",
    };

    private XlsxMutation() {}

    static byte[] of(byte[] workbook, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return ByteMutation.of(workbook, random);
        }
        try {
            Map<String, byte[]> parts = parts(workbook);
            if (parts.isEmpty()) {
                return ByteMutation.of(workbook, random);
            }
            mutate(parts, random);
            return zip(parts, random);
        } catch (IOException broken) {
            return ByteMutation.of(workbook, random);
        }
    }

    private static void mutate(Map<String, byte[]> parts, RandomGenerator random) {
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = parts.getOrDefault(name, new byte[0]);
        switch (random.nextInt(10)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(NAMES[random.nextInt(NAMES.length)], bytes);
            case 2 -> {
                String other = names.get(random.nextInt(names.size()));
                parts.put(name, parts.getOrDefault(other, bytes));
                parts.put(other, bytes);
            }
            case 3 -> parts.put(name, ByteMutation.of(bytes, random));
            case 4 -> parts.put(name, new byte[0]);
            default -> {
                String sheet = names.stream()
                        .filter(one -> one.contains("sheet") || one.contains("Strings") || one.contains("workbook"))
                        .skip(random.nextInt(3))
                        .findFirst()
                        .orElse(name);
                String chosen = random.nextInt(3) == 0 ? name : sheet;
                String xml = new String(parts.getOrDefault(chosen, bytes), StandardCharsets.UTF_8);
                parts.put(chosen, XmlMutation.of(xml, random).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readNBytes(1 << 22));
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException(badName);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts, RandomGenerator random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean stored = random.nextInt(8) == 0;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (stored) {
                    CRC32 sum = new CRC32();
                    sum.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
