package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** A manifest and the file it was read from. */
    private record Kept(State state, Manifest manifest) {}

    /** Heads by file: at every turn a run asks for those of all releases. */
    private static final Map<State, Optional<Head>> HEADS = new ConcurrentHashMap<>();

    /** A file as long as it stays as it is; {@code key} is its own number. */
    private record State(Path file, @Nullable Object key, FileTime modified, long size) {
        static State of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(file, now.fileKey(), now.lastModifiedTime(), now.size());
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
        State now = State.of(file);
        Optional<Manifest> kept = kept(now);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Manifest> read = parse(file);
        read.ifPresent(manifest -> keep(new Kept(now, manifest)));
        return read;
    }

    private static Optional<Manifest> kept(State now) {
        return KEPT.stream()
                .filter(one -> one.state().equals(now))
                .map(Kept::manifest)
                .findFirst();
    }

    /** Spares the next reader what was just written there. */
    static void keep(Path folder, Manifest manifest) throws IOException {
        keep(new Kept(State.of(folder.resolve(NAME)), manifest));
    }

    private static void keep(Kept fresh) {
        KEPT.addFirst(fresh);
        while (KEPT.size() > MOST_KEPT) {
            KEPT.pollLast();
        }
    }

    private static Optional<Manifest> parse(Path file) throws IOException {
        return parse(file, Manifest.class)
                .filter(one -> one.release() != null && one.surveys() != null && one.files() != null);
    }

    /** What is told of a release later; nothing where it cannot be read. */
    static Optional<PastRelease> past(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Optional<PastRelease> known = kept(State.of(file)).map(PastRelease::of);
        return known.isPresent()
                ? known
                : parse(file, PastRelease.class).filter(one -> one.release() != null && one.surveys() != null);
    }

    private static <T> Optional<T> parse(Path file, Class<T> type) throws IOException {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), type));
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
        try {
            return HEADS.computeIfAbsent(State.of(file), now -> readHead(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Head> readHead(Path file) {
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
