package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Publishes the draft, unchanged, when nothing holds it back. The caller holds the lock of the run. */
public final class Approval {
    private final Releases releases;
    private final Drafts drafts;

    public Approval(Path output) {
        releases = new Releases(output, true);
        drafts = new Drafts(output);
    }

    /**
     * What came of it.
     *
     * @param release that was published; empty: none
     * @param embargo until when the approved draft waits; empty: it does not
     * @param refusal why nothing was approved, with what to do; empty: it was, or there was nothing to do
     * @param held what must be confirmed
     */
    public record Outcome(String release, String embargo, String refusal, List<String> held) {
        private static final Outcome NOTHING = new Outcome("", "", "", List.of());

        private static Outcome refused(String why) {
            return new Outcome("", "", why, List.of());
        }
    }

    /** The manifest of the draft that waits, if any. */
    public static Optional<Manifest> manifest(Path output) throws IOException {
        Drafts drafts = new Drafts(output);
        return drafts.waiting().isPresent() ? ManifestFile.read(drafts.folder()) : Optional.empty();
    }

    /** The draft that waits, if any. */
    public static Optional<DraftNote> waiting(Path output) throws IOException {
        return new Drafts(output).waiting();
    }

    /** The draft that waits, or the embargo that holds back what comes, if any. */
    public static Optional<DraftNote> note(Path output) throws IOException {
        Drafts drafts = new Drafts(output);
        String embargo = drafts.embargo();
        return drafts.waiting()
                .or(() -> Optional.of(embargo).filter(one -> !one.isEmpty()).map(DraftNote::ofNoDraft));
    }

    /** Keeps what is said of an embargo where nothing is to be published. */
    public void hold(Gate gate) throws IOException {
        if (gate.embargo().isPresent()) {
            drafts.discard(gate.embargo(""));
        }
    }

    /** Publishes a draft that was approved, once its embargo is over. */
    public Outcome publishIfDue(Instant now) throws IOException {
        Optional<DraftNote> note = drafts.waiting();
        boolean due = note.isPresent() && note.get().ready() && !note.get().embargoed(now) && current();
        return due ? release(note.get()) : Outcome.NOTHING;
    }

    /**
     * Approves the draft, and publishes it unless an embargo is in force.
     *
     * @param confirmed whether what holds it was looked at
     * @param embargo a new one; nothing said: as it is
     */
    public Outcome approve(boolean confirmed, Optional<Instant> embargo, Instant now) throws IOException {
        Optional<DraftNote> found = drafts.waiting();
        if (found.isEmpty()) {
            return Outcome.refused("There is no draft. Make one with \"barometer run --draft\".");
        }
        if (!current()) {
            return Outcome.refused(
                    "Another release was made since the draft. Make a new one with \"barometer run --draft\".");
        }
        DraftNote note = found.get();
        if (!note.held().isEmpty() && !note.confirmed() && !confirmed) {
            return new Outcome(
                    "",
                    "",
                    "The draft waits to be confirmed. Look at it, then say \"barometer publish --confirm\".",
                    note.held());
        }
        DraftNote approved = new DraftNote(
                note.release(),
                note.manifest(),
                true,
                embargo.map(Instant::toString).orElse(note.embargo()),
                note.held(),
                note.confirmed() || confirmed);
        drafts.write(approved);
        if (approved.embargoed(now)) {
            return new Outcome("", approved.embargo(), "", List.of());
        }
        return release(approved);
    }

    /** Whether the newest release is still the one that the draft follows. */
    private boolean current() throws IOException {
        String newest = releases.recover().orElse("");
        return ManifestFile.head(drafts.folder())
                .filter(head -> head.previous().equals(newest))
                .isPresent();
    }

    private Outcome release(DraftNote note) throws IOException {
        releases.adopt(drafts.folder(), note.release());
        drafts.discard();
        return new Outcome(note.release(), "", "", List.of());
    }
}
