package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.barometer.publish.Manifest.FileEntry;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import org.jspecify.annotations.Nullable;

/**
 * Takes a release back. Its pages stay, and say so; its files go to {@code output/withdrawn}, or nowhere where the law
 * demands that they disappear. If it was the newest, a new release says again what the last standing one said, so that
 * {@code latest}, feeds and revisions tell of it. The caller holds the lock of the run.
 */
public final class Withdrawal {
    private final Path output;
    private final Releases releases;
    private final Address address;
    private final LocalDate date;

    /** @param address where the public reads the newest release; empty if it is not known */
    public Withdrawal(Path output, String address, LocalDate date) {
        this.output = output;
        this.address = Address.of(address);
        this.date = date;
        releases = new Releases(output, true);
    }

    /**
     * What came of it.
     *
     * @param replacement the release made in its place; empty: none
     * @param alsoIn standing releases with tables of the same content that this release had brought
     */
    public record Result(String replacement, List<String> alsoIn) {}

    /**
     * @param erase whether its figures must disappear
     * @return nothing where there is no such release that stands
     */
    public Optional<Result> withdraw(String name, YearMonth period, String why, boolean erase) throws IOException {
        if (!Releases.isName(name)) {
            return Optional.empty();
        }
        Optional<String> newest = releases.recover();
        Path folder = releases.path(name);
        Path kept = output.resolve("withdrawn").resolve(name);
        Optional<Manifest> stands = ManifestFile.read(folder).filter(one -> one.withdrawn() == null);
        Manifest manifest =
                stands.isPresent() ? stands.get() : ManifestFile.read(kept).orElse(null);
        if (manifest == null) {
            return Optional.empty();
        }
        Drafts drafts = new Drafts(output);
        drafts.discard(drafts.embargo());
        Manifest before = lastStanding(manifest);
        String replacement = "";
        if (newest.equals(Optional.of(name)) && before != null) {
            replacement = sayAgain(before, manifest, stands.isPresent() ? folder : kept, period, why, erase);
        }
        List<String> alsoIn = alsoIn(manifest, before);
        if (stands.isPresent()) {
            Disk.delete(kept);
            Files.createDirectories(kept.getParent());
            Disk.move(folder, kept);
        }
        boolean stillNewest = newest.equals(Optional.of(name)) && replacement.isEmpty();
        tombstone(manifest, why, erase, stillNewest);
        if (erase) {
            Disk.delete(kept);
            new Erasure(releases, address).of(name);
        }
        return Optional.of(new Result(replacement, alsoIn));
    }

    private @Nullable Manifest lastStanding(Manifest of) throws IOException {
        Manifest release = of;
        while (release != null && !release.previous().isEmpty()) {
            release = ManifestFile.read(releases.path(release.previous())).orElse(null);
            if (release != null && release.withdrawn() == null) {
                return release;
            }
        }
        return null;
    }

    /** A release with all that a former one said. */
    private String sayAgain(
            Manifest former, Manifest withdrawn, Path withdrawnFolder, YearMonth period, String why, boolean erase)
            throws IOException {
        String name = releases.nextName(period);
        Path folder = releases.staging(name);
        Staging staging = new Staging(folder, releases.path(former.release()), former);
        List<String> surveys = former.surveys().stream().map(SurveyEntry::id).toList();
        Edition edition = new Edition(period, date, List.of(), List.of(), List.of(), "", surveys, address.url());
        Manifest made = new Making(edition, staging, former, new Stamp(name, date.toString())).all();
        Manifest manifest = new Manifest(
                name, withdrawn.release(), date.toString(), made.index(), made.surveys(), made.files(), null);
        List<Revision> revisions = new ArrayList<>();
        for (Revision one : Revisions.between(withdrawnFolder, withdrawn, folder, manifest)) {
            revisions.add(new Revision(
                    one.survey(),
                    one.table(),
                    one.wave(),
                    one.row(),
                    erase ? "" : one.before(),
                    one.after(),
                    Why.WITHDRAWN.code(),
                    why));
        }
        staging.replace(new History(releases, address).files(manifest, revisions, List.of(), folder));
        Disk.write(folder.resolve(ManifestFile.NAME), ManifestFile.bytes(manifest.withFiles(staging.files())));
        releases.release(name);
        return name;
    }

    /** Standing releases that print, in the same files, what this one had brought. */
    private List<String> alsoIn(Manifest manifest, @Nullable Manifest before) throws IOException {
        Map<String, String> brought = hashes(manifest);
        if (before != null) {
            brought.values().removeAll(hashes(before).values());
        }
        List<String> found = new ArrayList<>();
        for (String name : releases.names()) {
            Optional<Manifest> other = ManifestFile.read(releases.path(name));
            if (!name.equals(manifest.release())
                    && other.isPresent()
                    && hashes(other.get()).values().stream().anyMatch(brought::containsValue)) {
                found.add(name);
            }
        }
        return found;
    }

    static Map<String, String> hashes(Manifest manifest) {
        Map<String, String> hashes = new TreeMap<>();
        manifest.surveys()
                .forEach(survey -> survey.tables().forEach(table -> hashes.put(table.path(), table.sha256())));
        return hashes;
    }

    /** A page in the place of every page, and a manifest without figures. */
    private void tombstone(Manifest manifest, String why, boolean erase, boolean newest) throws IOException {
        Path folder = releases.staging(manifest.release());
        Disk.delete(folder);
        Staging staging = new Staging(folder, null, null);
        for (FileEntry file : manifest.files()) {
            if (file.path().endsWith(".html")) {
                staging.put(
                        file.path(), Site.withdrawn(manifest.release(), date.toString(), why, current(file.path())));
            }
        }
        Manifest.Withdrawn note =
                new Manifest.Withdrawn(date.toString(), why, erase, erase ? Map.of() : hashes(manifest));
        Manifest without = new Manifest(
                manifest.release(),
                manifest.previous(),
                manifest.date(),
                manifest.index(),
                List.of(),
                staging.files(),
                note);
        Disk.write(folder.resolve(ManifestFile.NAME), ManifestFile.bytes(without));
        Disk.delete(releases.path(manifest.release()));
        releases.restore(manifest.release(), newest);
    }

    /** Where the newest release is read, from a page of this one. */
    private String current(String path) {
        long depth = path.chars().filter(c -> c == '/').count();
        return address.known() ? address.latest("index.html") : "../".repeat((int) depth + 2) + "latest/index.html";
    }
}
