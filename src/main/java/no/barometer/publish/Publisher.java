package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.barometer.publish.Manifest.Stamp;

/**
 * Makes releases below {@code output/}. A release is put together beside the others, renamed when it is complete, and
 * becomes {@code latest} in one step; if nothing but its date would differ from the newest one, none is made.
 *
 * <p>One at a time: the caller holds the lock of the run.
 */
public final class Publisher {
    /** Changes whenever the same figures would be printed otherwise. */
    public static final String RENDERING = "4";

    private final Releases releases;
    private final Drafts drafts;

    public Publisher(Path output) {
        this(output, true);
    }

    /** @param links whether the system is held to have symbolic links */
    Publisher(Path output, boolean links) {
        releases = new Releases(output, links);
        drafts = new Drafts(output);
    }

    /** Completes what a run left that ended before its time: {@code latest} leads to the newest release again. */
    public void recover() throws IOException {
        releases.recover();
    }

    /** Publishes, whatever moves, as a gate that stands open lets it. */
    Published publish(Edition edition) throws IOException {
        return publish(edition, Gate.open(Instant.MAX));
    }

    /**
     * Publishes; or leaves a draft where the gate, an embargo, or a figure that must be confirmed stands in the way.
     *
     * @throws IOException if the disk fails; what was published before stays
     */
    public Published publish(Edition edition, Gate gate) throws IOException {
        Optional<String> newest = releases.recover();
        Manifest before = newest.isPresent()
                ? ManifestFile.read(releases.path(newest.get())).orElse(null)
                : null;
        String embargo = gate.embargo(drafts.embargo());
        if (before == null && edition.tables().isEmpty()) {
            drafts.discard(embargo);
            return Published.nothing("");
        }
        String name = releases.nextName(edition.period());
        Path folder = releases.staging(name);
        Path folderBefore = before == null ? null : releases.path(before.release());
        Staging staging = new Staging(folder, folderBefore, before);
        SurveyTexts told = new SurveyTexts(folderBefore, before);
        Manifest manifest = new Making(
                        edition, staging, before, new Stamp(name, edition.date().toString()))
                .all(told::begin);
        if (before != null && manifest.sameAs(before) && staging.wholeBefore()) {
            Disk.delete(folder);
            drafts.discard(embargo);
            return Published.nothing(before.release());
        }
        List<Revision> revisions = Revisions.between(folderBefore, before, folder, manifest);
        List<PastRelease> past = releases.past(manifest.previous(), History.RELEASES);
        History history = new History(releases, Address.of(edition.address()));
        for (var file : history.files(manifest, revisions, past, edition.carried(), folder)
                .entrySet()) {
            staging.put(file.getKey(), file.getValue());
        }
        Manifest whole = manifest.withFiles(staging.files());
        byte[] bytes = told.within(whole);
        Disk.write(folder.resolve(ManifestFile.NAME), bytes);
        List<String> changed = Revisions.changedTables(before, manifest);
        List<String> held = new ArrayList<>(Moves.of(edition, folderBefore, before));
        held.addAll(Returns.of(before, past, manifest));
        Optional<DraftNote> old = drafts.waiting();
        if (gate.draft() || !embargo.isEmpty() || !held.isEmpty() || old.isPresent()) {
            DraftNote draft = draft(name, Sha256.of(bytes), held, gate, embargo, old);
            if (gate.draft() || draft.embargoed(gate.now()) || !draft.ready()) {
                drafts.put(folder, draft);
                return new Published(before == null ? "" : before.release(), false, changed, revisions, draft);
            }
        }
        releases.release(name);
        ManifestFile.keep(releases.path(name), whole);
        drafts.discard();
        return new Published(name, true, changed, revisions);
    }

    /** What was approved and confirmed of the same draft before stays so. */
    private static DraftNote draft(
            String name, String manifest, List<String> held, Gate gate, String embargo, Optional<DraftNote> old) {
        Optional<DraftNote> same = old.filter(one -> one.manifest().equals(manifest));
        return new DraftNote(
                name,
                manifest,
                !gate.draft() || same.map(DraftNote::approved).orElse(false),
                embargo,
                held,
                same.map(DraftNote::confirmed).orElse(false));
    }
}
