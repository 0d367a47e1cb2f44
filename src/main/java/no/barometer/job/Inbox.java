package no.barometer.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.warehouse.SeenFile;
import org.jspecify.annotations.Nullable;

/** The files of {@code input/}, taken only when they have come to rest. */
final class Inbox {
    private static final long RECENT_MILLIS = 2_000;

    private final Path input;
    private final List<Problem> problems = new ArrayList<>();
    private final List<SeenFile> hashed = new ArrayList<>();

    Inbox(Path input) {
        this.input = input;
    }

    /** All files that are at rest, by path. */
    List<SeenFile> files(Map<String, SeenFile> seen) {
        return files(Listing.of(input), seen);
    }

    /**
     * Those of a listing that was just made. A file whose size and time are as when it was last hashed is not hashed again.
     *
     * @param seen by path
     */
    List<SeenFile> files(Listing listing, Map<String, SeenFile> seen) {
        problems.addAll(listing.problems());
        List<SeenFile> found = new ArrayList<>(listing.files().size());
        List<SeenFile> recent = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (Listing.Found file : listing.files()) {
            SeenFile known = seen.get(file.path());
            boolean same = known != null && known.size() == file.size() && known.modified() == file.modified();
            SeenFile taken = same ? known : hashed(file);
            if (taken != null) {
                found.add(taken);
                if (!same) {
                    hashed.add(taken);
                }
                if (now - taken.modified() < RECENT_MILLIS) {
                    recent.add(taken);
                }
            }
        }
        if (!recent.isEmpty()) {
            pause();
            for (SeenFile before : recent) {
                if (!unchanged(input.resolve(before.path()), before)) {
                    found.remove(before);
                    hashed.remove(before);
                    changing(before.path());
                }
            }
        }
        return List.copyOf(found);
    }

    /** Files that were not known as they are, in no order. */
    List<SeenFile> hashed() {
        return hashed;
    }

    List<Problem> problems() {
        return problems;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null if it cannot be read or is being written. */
    private @Nullable SeenFile hashed(Listing.Found listed) {
        Path file = input.resolve(listed.path());
        try {
            SeenFile hashed = new SeenFile(listed.path(), listed.size(), listed.modified(), hash(file));
            if (!unchanged(file, hashed)) {
                changing(listed.path());
                return null;
            }
            return hashed;
        } catch (IOException failed) {
            problems.add(Problem.of(
                    Kind.FILE_UNREADABLE,
                    Location.of(listed.path()),
                    String.valueOf(failed.getMessage()),
                    "a readable file"));
            return null;
        }
    }

    /** Whether a file has the size and time with which it was hashed. */
    static boolean unchanged(Path file, SeenFile before) {
        try {
            BasicFileAttributes after =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return after.size() == before.size() && after.lastModifiedTime().toMillis() == before.modified();
        } catch (IOException gone) {
            return false;
        }
    }

    private void changing(String path) {
        problems.add(changed(path));
    }

    static Problem changed(String path) {
        return Problem.of(
                Kind.FILE_CHANGING, Location.of(path), "its size or time differs", "a file that has come to rest");
    }

    static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
