package no.barometer.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the figures of an erased release out of what later releases tell of it: the old values in the list of revisions of
 * the one that followed, and all feeds since. Nothing else of a release is ever changed.
 */
final class Erasure {
    private final Releases releases;
    private final Address address;

    Erasure(Releases releases, Address address) {
        this.releases = releases;
        this.address = address;
    }

    void of(String erased) throws IOException {
        for (String name : releases.names()) {
            Optional<Manifest> manifest = ManifestFile.read(releases.path(name));
            if (manifest.isPresent() && manifest.get().withdrawn() == null && follows(manifest.get(), erased)) {
                redact(manifest.get(), manifest.get().previous().equals(erased));
            }
        }
    }

    private boolean follows(Manifest manifest, String erased) {
        String before = manifest.previous();
        while (!before.isEmpty() && !before.equals(erased)) {
            before = releases.previous(before);
        }
        return before.equals(erased);
    }

    private void redact(Manifest manifest, boolean next) throws IOException {
        List<Revision> revisions = RevisionsCsv.read(releases.path(manifest.release())).stream()
                .map(one -> next ? without(one) : one)
                .toList();
        Map<String, byte[]> files =
                new History(releases, address).files(manifest, revisions, List.of(), releases.path(manifest.release()));
        Staging staging = Staging.standing(releases.path(manifest.release()), manifest);
        staging.replace(files);
        staging.overwrite(ManifestFile.NAME, ManifestFile.bytes(manifest.withFiles(staging.files())));
    }

    private static Revision without(Revision one) {
        return new Revision(one.survey(), one.table(), one.wave(), one.row(), "", one.after(), one.why(), one.cause());
    }
}
