package no.barometer.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Statements, each in a file of its own under {@code queries/}, named for what it returns or does. */
final class Sql {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Sql() {}

    static String of(String name) {
        return READ.computeIfAbsent(name, Sql::read);
    }

    private static String read(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/queries/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no statement " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
