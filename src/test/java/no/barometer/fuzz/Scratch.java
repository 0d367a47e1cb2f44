package no.barometer.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for the bytes of one try, in memory where the system has files in memory. */
final class Scratch {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path FOLDER = folder();

    private Scratch() {}

    static Path file(String name, byte[] bytes) {
        try {
            return Files.write(FOLDER.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "barometer-fuzz")
                    : Files.createTempDirectory("barometer-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (var files = Files.list(folder)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        Files.delete(file);
                    }
                    Files.delete(folder);
                } catch (IOException left) {
                    // only the system's scratch space
                }
            }));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
