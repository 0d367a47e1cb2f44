package no.barometer.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.barometer.hostile.SmallWorkbook;

/**
 * The .xlsx reader, with and without its reading of plain rows: the first byte says which part the others take the place of,
 * or that they are the whole file.
 */
public final class XlsxFuzzer {
    private XlsxFuzzer() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        Path file = Scratch.file("a.xlsx", data[0] == 'z' ? rest : workbook(data[0], rest));
        ReadingTry.of(file, ReadingTry.options());
        ReadingTry.alikeWhenParsed(file);
    }

    private static byte[] workbook(byte which, byte[] content) {
        Map<String, String> parts = SmallWorkbook.parts();
        List<String> names = new ArrayList<>(parts.keySet());
        String replaced = names.get((which & 0xff) % names.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        name.equals(replaced)
                                ? content
                                : parts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
