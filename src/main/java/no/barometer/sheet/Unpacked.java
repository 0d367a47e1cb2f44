package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A workbook as a file that can be read at any place: itself, or unpacked beside the system's temporary files until it is
 * closed.
 */
record Unpacked(Path file, boolean temporary) implements AutoCloseable {
    static Unpacked of(Source source) throws IOException {
        if (!source.gzipped()) {
            return new Unpacked(source.file(), false);
        }
        Path copy = Files.createTempFile("barometer", ".workbook");
        Unpacked unpacked = new Unpacked(copy, true);
        try (InputStream in = source.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}
