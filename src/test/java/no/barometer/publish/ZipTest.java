package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTest {
    @TempDir
    Path folder;

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("trust/z.csv", "survey,table\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        files.put("trust/æøå.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.put("trust/empty", new byte[0]);
        return files;
    }

    @Test
    void holdsTheFilesInTheirOrder() throws IOException {
        Path file = Files.write(folder.resolve("a.zip"), Zip.of(files()));

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .extracting(ZipEntry::getName)
                    .containsExactlyElementsOf(files().keySet());
            for (Map.Entry<String, byte[]> expected : files().entrySet()) {
                assertThat(zip.getInputStream(zip.getEntry(expected.getKey()))).hasBinaryContent(expected.getValue());
            }
        }
        assertThat(Files.size(file)).isLessThan(2000);
    }

    @Test
    void isReadFromItsBeginningToo() throws IOException {
        assertThat(read(Zip.of(files()))).containsExactlyEntriesOf(texts(files()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Oslo", "Pacific/Apia", "America/St_Johns"})
    void bytesFollowFromTheContentAlone(String zone) throws IOException {
        TimeZone before = TimeZone.getDefault();
        byte[] here = Zip.of(files());
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(Zip.of(files())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void losesTheTimesOfAnArchive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 11, 26, 12, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }

        assertThat(Zip.of(Zip.files(out.toByteArray()))).isEqualTo(Zip.of(files()));
    }

    private static Map<String, String> read(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return texts(files);
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
