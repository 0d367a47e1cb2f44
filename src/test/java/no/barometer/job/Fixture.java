package no.barometer.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of jobs and input, copied to where a test may change them. */
final class Fixture {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Fixture() {}

    static Settings settings(Path folder, int threads) {
        return new Settings(
                folder.resolve("jobs"),
                folder.resolve("input"),
                folder.resolve("output"),
                "jdbc:h2:file:" + folder.resolve("warehouse").toAbsolutePath(),
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 11, 1),
                threads,
                false);
    }

    /** Copies a folder, replacing what is there; files look as if they had rested for long. */
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        Files.createDirectories(to);
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.getFileName().toString().equals(".gitkeep")) {
                    Files.copy(path, target);
                    Files.setLastModifiedTime(target, LONG_AGO);
                }
            }
        }
    }

    /** All files below a folder by path with forward slashes; none if there is no folder. */
    static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** Lets a folder hold these files and no others. */
    static void write(SortedMap<String, byte[]> files, Path folder) throws IOException {
        delete(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    static void rest(Path file) throws IOException {
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst =
                    paths.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
