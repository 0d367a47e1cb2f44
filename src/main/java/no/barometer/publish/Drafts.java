package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The release that waits in {@code output/draft}, with what is known of it in {@code output/draft.json}. */
final class Drafts {
    private final Path folder;
    private final Path note;

    Drafts(Path output) {
        folder = output.resolve("draft");
        note = output.resolve("draft.json");
    }

    Path folder() {
        return folder;
    }

    /** The note of a draft that is whole; a note of another draft, or none, is none. */
    Optional<DraftNote> waiting() throws IOException {
        Path manifest = folder.resolve(ManifestFile.NAME);
        return Files.isRegularFile(manifest)
                ? read().filter(one -> one.manifest().equals(hash(manifest)))
                : Optional.empty();
    }

    /** Until when nothing is published, whether a draft waits or not; empty: no embargo. */
    String embargo() throws IOException {
        return read().map(DraftNote::embargo).orElse("");
    }

    private Optional<DraftNote> read() throws IOException {
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(note), DraftNote.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** Puts a complete release in the place of the draft before. */
    void put(Path release, DraftNote about) throws IOException {
        discard(about.embargo());
        Disk.syncTree(release);
        Disk.move(release, folder);
        write(about);
    }

    void write(DraftNote about) throws IOException {
        Path next = note.resolveSibling(".draft.json-next");
        Disk.delete(next);
        Disk.write(next, Json.bytes(about));
        Disk.move(next, note);
    }

    void discard() throws IOException {
        Disk.delete(note);
        Disk.delete(folder);
    }

    /** Takes the draft away, and lets an embargo go on that holds back whatever comes. */
    void discard(String embargo) throws IOException {
        if (embargo.isEmpty()) {
            discard();
        } else {
            write(DraftNote.ofNoDraft(embargo));
            Disk.delete(folder);
        }
    }

    static String hash(Path manifest) {
        try {
            return Sha256.of(Files.readAllBytes(manifest));
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
