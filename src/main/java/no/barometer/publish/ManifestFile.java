package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** {@code manifest.json}: keys in a fixed order, two blanks, LF. */
final class ManifestFile {
    static final String NAME = "manifest.json";

    private ManifestFile() {}

    static byte[] bytes(Manifest manifest) {
        return Json.bytes(manifest);
    }

    /** The manifests read last: a run asks for the newest two at every turn, and they may be long. */
    private static final Deque<Kept> KEPT = new ConcurrentLinkedDeque<>();

    private static final int MOST_KEPT = 2;

    /** A manifest and the state of the file it was read from; {@code key} is the file's own number. */
    private record Kept(Path file, @Nullable Object key, FileTime modified, long size, Manifest manifest) {
        static Kept of(Path file, BasicFileAttributes now, Manifest manifest) {
            return new Kept(file, now.fileKey(), now.lastModifiedTime(), now.size(), manifest);
        }

        boolean isOf(Path path, BasicFileAttributes now) {
            return file.equals(path)
                    && Objects.equals(key, now.fileKey())
                    && modified.equals(now.lastModifiedTime())
                    && size == now.size();
        }
    }

    /**
     * The manifest of a release's folder; nothing where there is none that can be read. Whoever asks for one that another
     * thread is reading waits for that.
     */
    static synchronized Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        for (Kept one : KEPT) {
            if (one.isOf(file, now)) {
                return Optional.of(one.manifest());
            }
        }
        Optional<Manifest> read = parse(file);
        read.ifPresent(manifest -> keep(Kept.of(file, now, manifest)));
        return read;
    }

    /** Spares the next reader what was just written there. */
    static void keep(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(NAME);
        keep(Kept.of(file, Files.readAttributes(file, BasicFileAttributes.class), manifest));
    }

    private static void keep(Kept fresh) {
        KEPT.addFirst(fresh);
        while (KEPT.size() > MOST_KEPT) {
            KEPT.pollLast();
        }
    }

    private static Optional<Manifest> parse(Path file) throws IOException {
        try {
            Manifest manifest = Json.MAPPER.readValue(Files.readAllBytes(file), Manifest.class);
            boolean whole = manifest.release() != null && manifest.surveys() != null && manifest.files() != null;
            return whole ? Optional.of(manifest) : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** Name of a release and the one before it, which stand first. */
    record Head(String release, String previous) {}

    /** The head alone, since there may be many releases. */
    static Optional<Head> head(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser json = Json.MAPPER.createParser(file)) {
            String release = json.nextToken() == JsonToken.START_OBJECT ? text(json, "release") : "";
            String previous = text(json, "previous");
            return release.isEmpty() ? Optional.empty() : Optional.of(new Head(release, previous));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static String text(JsonParser json, String name) {
        boolean found = json.nextToken() == JsonToken.PROPERTY_NAME
                && json.currentName().equals(name);
        return found && json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : "";
    }
}
