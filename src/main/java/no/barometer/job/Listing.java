package no.barometer.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.problem.Visible;
import org.jspecify.annotations.Nullable;

/**
 * What lies in {@code input/}, without looking into files.
 *
 * @param files by path
 * @param problems of what cannot be read
 */
record Listing(List<Found> files, List<Problem> problems) {
    /** What would leave the folder on another system, or lines where names are listed. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\]");

    /**
     * A file.
     *
     * @param path below the input folder, with {@code /}
     * @param modified milliseconds since 1970
     */
    record Found(String path, long size, long modified) {}

    static Listing of(Path input) {
        Walk walk = new Walk();
        try {
            Files.walkFileTree(input, walk);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + input, failed);
        }
        walk.files.sort(Comparator.comparing(Found::path));
        return new Listing(walk.files, walk.problems);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        /** Paths of the folders that lead to where the walk is, each but the first with a slash at its end. */
        private final Deque<String> folders = new ArrayDeque<>();

        private final List<Found> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folders.isEmpty()) {
                folders.push("");
                return FileVisitResult.CONTINUE;
            }
            String name = name(folder);
            if (hidden(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.push(path(name) + '/');
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            folders.pop();
            return super.postVisitDirectory(folder, failed);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            String path = path(name);
            boolean plain = plain(path);
            if (attributes.isSymbolicLink()) {
                unreadable(path, "a symbolic link", "a file of its own");
            } else if (hidden(name)) {
                return FileVisitResult.CONTINUE;
            } else if (!attributes.isRegularFile()) {
                unreadable(path, "a device, pipe or socket", "a file");
            } else if (!plain && !isKnown(file)) {
                unreadable(
                        path,
                        "its name is not in the system's encoding, " + System.getProperty("sun.jnu.encoding"),
                        "a name in UTF-8, and a locale such as LC_ALL=C.UTF-8");
            } else if (!plain && UNSAFE.matcher(path).find()) {
                unreadable(path, "a control character or backslash in its name", "a file with another name");
            } else {
                files.add(new Found(
                        path, attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            unreadable(path(name(file)), String.valueOf(failed.getMessage()), "a readable file");
            return FileVisitResult.CONTINUE;
        }

        /** Of what lies in the folder where the walk is. */
        private String path(String name) {
            return folders.isEmpty() ? "" : folders.element() + name;
        }

        private void unreadable(String path, String found, String expected) {
            problems.add(Problem.of(
                    Kind.FILE_UNREADABLE, Location.of(Visible.of(path).replace("\n", "[U+000A]")), found, expected));
        }
    }

    /** Whether a path has nothing but letters and signs that are safe everywhere: nearly all have. */
    private static boolean plain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Hidden files, and those that office programs keep beside an open one. */
    private static boolean hidden(String name) {
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Whether the system's locale has the letters of the name; else another name would be read in its place. */
    private static boolean isKnown(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException withoutItsLetters) {
            return false;
        }
    }
}
