package no.barometer.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Published files as they are on any machine. How well an archive is packed differs between builds of Java, so that its
 * content is compared, entry by entry, and its size and hash are left out of manifests.
 */
public final class Portable {
    private static final String PACKED =
            "(\"path\" : \"[^\"]+\\.(?:xlsx|zip)\",\\s+\"sha256\" : )\"\\w+\"(,\\s+\"size\" : )\\d+";

    private Portable() {}

    public static SortedMap<String, byte[]> of(SortedMap<String, byte[]> files) throws IOException {
        SortedMap<String, byte[]> portable = new TreeMap<>();
        for (var file : files.entrySet()) {
            String path = file.getKey();
            if (archive(path)) {
                portable.put(path + ".txt", content(file.getValue()).getBytes(StandardCharsets.UTF_8));
            } else if (path.endsWith("manifest.json")) {
                String manifest = new String(file.getValue(), StandardCharsets.UTF_8);
                portable.put(path, manifest.replaceAll(PACKED, "$1\"\"$20").getBytes(StandardCharsets.UTF_8));
            } else {
                portable.put(path, file.getValue());
            }
        }
        return portable;
    }

    static boolean archive(String path) {
        return path.endsWith(".xlsx") || path.endsWith(".zip");
    }

    /** Path and hash of every entry, with the sheets of a workbook as they are. */
    static String content(byte[] archive) throws IOException {
        StringBuilder content = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                String name = entry.getName() + " " + entry.getTimeLocal();
                if (archive(entry.getName())) {
                    content.append(name).append('\n').append(content(bytes).indent(2));
                } else if (name.startsWith("xl/worksheets/sheet")
                        || name.startsWith("xl/sharedStrings")
                        || name.startsWith("docProps")) {
                    String xml = new String(bytes, StandardCharsets.UTF_8);
                    content.append(name)
                            .append('\n')
                            .append(xml.replace("><", ">\n<"))
                            .append('\n');
                } else {
                    content.append(name).append(' ').append(Sha256.of(bytes)).append('\n');
                }
            }
        }
        return content.toString();
    }
}
