package no.barometer.job;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.problem.Visible;
import no.barometer.warehouse.SeenFile;

/** The files of {@code input/}, taken only when they have come to rest. */
final class Inbox {
    private static final long RECENT_MILLIS = 2_000;

    /** What would leave the folder on another system, or lines where names are listed. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\]");

    private final Path input;
    private final List<Problem> problems = new ArrayList<>();

    Inbox(Path input) {
        this.input = input;
    }

    /**
     * All files that are at rest, by path. A file whose size and time are as when it was last hashed is not hashed again.
     *
     * @param seen by path
     */
    List<SeenFile> files(Map<String, SeenFile> seen) {
        SortedMap<String, SeenFile> found = new TreeMap<>();
        List<SeenFile> recent = new ArrayList<>();
        long now = System.currentTimeMillis();
        list().forEach((path, attributes) -> take(path, attributes, seen).ifPresent(taken -> {
            found.put(path, taken);
            if (now - taken.modified() < RECENT_MILLIS) {
                recent.add(taken);
            }
        }));
        if (!recent.isEmpty()) {
            pause();
            for (SeenFile before : recent) {
                if (!unchanged(input.resolve(before.path()), before)) {
                    found.remove(before.path());
                    changing(before.path());
                }
            }
        }
        return List.copyOf(found.values());
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

    /** By path, with what the walk saw of them. */
    private SortedMap<String, BasicFileAttributes> list() {
        SortedMap<String, BasicFileAttributes> files = new TreeMap<>();
        try {
            Files.walkFileTree(input, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(input) && hidden(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isSymbolicLink()) {
                        unreadable(file, "a symbolic link", "a file of its own");
                    } else if (!hidden(file) && !attributes.isRegularFile()) {
                        unreadable(file, "a device, pipe or socket", "a file");
                    } else if (!hidden(file) && !isKnown(file)) {
                        unreadable(
                                file,
                                "its name is not in the system's encoding, " + System.getProperty("sun.jnu.encoding"),
                                "a name in UTF-8, and a locale such as LC_ALL=C.UTF-8");
                    } else if (!hidden(file) && UNSAFE.matcher(path(file)).find()) {
                        unreadable(file, "a control character or backslash in its name", "a file with another name");
                    } else if (!hidden(file)) {
                        files.put(path(file), attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) {
                    unreadable(file, String.valueOf(failed.getMessage()), "a readable file");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + input, failed);
        }
        return files;
    }

    /** Hidden files, and those that office programs keep beside an open one. */
    private static boolean hidden(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** Whether the system's locale has the letters of the name; else another name would be read in its place. */
    private static boolean isKnown(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException withoutItsLetters) {
            return false;
        }
    }

    private Optional<SeenFile> take(String path, BasicFileAttributes before, Map<String, SeenFile> seen) {
        long modified = before.lastModifiedTime().toMillis();
        SeenFile known = seen.get(path);
        if (known != null && known.size() == before.size() && known.modified() == modified) {
            return Optional.of(known);
        }
        Path file = input.resolve(path);
        try {
            SeenFile hashed = new SeenFile(path, before.size(), modified, hash(file));
            if (!unchanged(file, hashed)) {
                changing(path);
                return Optional.empty();
            }
            return Optional.of(hashed);
        } catch (IOException failed) {
            problems.add(Problem.of(
                    Kind.FILE_UNREADABLE, Location.of(path), String.valueOf(failed.getMessage()), "a readable file"));
            return Optional.empty();
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

    private void unreadable(Path file, String found, String expected) {
        problems.add(Problem.of(
                Kind.FILE_UNREADABLE, Location.of(Visible.of(path(file)).replace("\n", "[U+000A]")), found, expected));
    }

    private void changing(String path) {
        problems.add(changed(path));
    }

    static Problem changed(String path) {
        return Problem.of(
                Kind.FILE_CHANGING, Location.of(path), "its size or time differs", "a file that has come to rest");
    }

    private String path(Path file) {
        return input.relativize(file).toString().replace(File.separatorChar, '/');
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
