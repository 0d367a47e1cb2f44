package no.barometer.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the shipped deliveries: {@code ShippedInput [FOLDER]}, by default {@code input}. */
final class ShippedInput {
    private ShippedInput() {}

    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments.length > 0 ? arguments[0] : "input"));
    }

    static void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Contents by path below {@code input/}. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(new PublishedFigures().files());
        files.putAll(TrustBarometer.files());
        return files;
    }
}
