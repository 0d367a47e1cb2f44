package no.barometer.schedule;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Tells when the input folder differs from what was last taken, and nobody has touched it for a while. */
final class Arrivals {
    private final Path input;
    private final Duration rest;
    private String taken = "";
    private String seen = "";
    private Instant since = Instant.MIN;

    Arrivals(Path input, Duration rest) {
        this.input = input;
        this.rest = rest;
    }

    /** Whether something new has come to rest; to be asked again and again. A clock set back begins the wait anew. */
    boolean due(Instant now) throws IOException {
        String found = listing();
        if (!found.equals(seen) || now.isBefore(since)) {
            seen = found;
            since = now;
        }
        return !seen.equals(taken) && !since.plus(rest).isAfter(now);
    }

    /** A run takes what is there. */
    void take() throws IOException {
        taken = listing();
        seen = taken;
    }

    /** Path, size and time of every file. */
    private String listing() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        Files.walkFileTree(input, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(file.toString(), attributes.size() + " " + attributes.lastModifiedTime());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files.toString();
    }
}
