package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import no.barometer.publish.Manifest.FileEntry;
import org.jspecify.annotations.Nullable;

/** A release in the making: a file that is as in the release before is that file. Several threads may put files. */
final class Staging {
    private final Path folder;
    private final @Nullable Path before;
    private final NavigableMap<String, FileEntry> filesBefore = new TreeMap<>();
    private final NavigableMap<String, FileEntry> files = new ConcurrentSkipListMap<>();

    /** @param before folder of the release before, with its manifest; null for the first release */
    Staging(Path folder, @Nullable Path before, @Nullable Manifest manifest) throws IOException {
        this.folder = folder;
        this.before = before;
        if (manifest != null) {
            manifest.files().forEach(file -> filesBefore.put(file.path(), file));
        }
        Files.createDirectories(folder);
    }

    /** Folder of the release before; null for the first release. */
    @Nullable
    Path before() {
        return before;
    }

    /** A release that is there already, one of whose files must be another. */
    static Staging standing(Path folder, Manifest manifest) throws IOException {
        Staging standing = new Staging(folder, null, null);
        manifest.files().forEach(standing::add);
        return standing;
    }

    /** Puts files in the place of those with the same paths. */
    void replace(Map<String, byte[]> others) throws IOException {
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            add(new FileEntry(other.getKey(), Sha256.of(other.getValue()), other.getValue().length));
            overwrite(other.getKey(), other.getValue());
        }
    }

    /** In one step; the same file of another release stays. */
    void overwrite(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Path next = file.resolveSibling("." + file.getFileName() + "-next");
        Disk.delete(next);
        Disk.write(next, bytes);
        Disk.move(next, file);
    }

    FileEntry put(String path, byte[] bytes) throws IOException {
        FileEntry entry = new FileEntry(path, Sha256.of(bytes), bytes.length);
        if (before != null && entry.equals(filesBefore.get(path)) && there(entry)) {
            Disk.link(before.resolve(path), folder.resolve(path));
        } else {
            Disk.write(folder.resolve(path), bytes);
        }
        add(entry);
        return entry;
    }

    /** The same file under another path. */
    void alias(String path, String other) throws IOException {
        FileEntry entry = Objects.requireNonNull(files.get(path), path);
        Disk.link(folder.resolve(path), folder.resolve(other));
        add(new FileEntry(other, entry.sha256(), entry.size()));
    }

    /** Takes over all files of a folder from the release before. */
    void carry(String below) throws IOException {
        // from "survey/" to what follows the last of them: '0' comes after '/'
        for (FileEntry entry : filesBefore.subMap(below + "/", below + "0").values()) {
            if (before != null) {
                if (!there(entry)) {
                    throw new IOException("Damaged release: " + before.resolve(entry.path()));
                }
                Disk.link(before.resolve(entry.path()), folder.resolve(entry.path()));
                add(entry);
            }
        }
        // the whole release is waited for in the end: then this part of it is on the disk already
        Disk.sync(folder.resolve(below));
    }

    /** Takes files over from the release before; whether all were there, else none is taken. */
    boolean carry(List<Manifest.DownloadEntry> downloads) throws IOException {
        List<FileEntry> found = new ArrayList<>();
        for (Manifest.DownloadEntry one : downloads) {
            FileEntry entry = filesBefore.get(one.path());
            if (entry == null || !there(entry)) {
                return false;
            }
            found.add(entry);
        }
        for (FileEntry entry : found) {
            Disk.link(Objects.requireNonNull(before).resolve(entry.path()), folder.resolve(entry.path()));
            add(entry);
        }
        return true;
    }

    /** A file that was put or carried, as one that is offered. */
    Manifest.DownloadEntry entry(String path, String format) {
        FileEntry file = Objects.requireNonNull(files.get(path), path);
        return new Manifest.DownloadEntry(format, path, file.sha256(), file.size());
    }

    byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    boolean sameAsBefore(String path, byte[] bytes) {
        FileEntry entry = filesBefore.get(path);
        return entry != null && entry.size() == bytes.length && entry.sha256().equals(Sha256.of(bytes));
    }

    /** All files so far, by path. */
    List<FileEntry> files() {
        return List.copyOf(files.values());
    }

    /** Whether every file of the release before is on disk in its size. */
    boolean wholeBefore() {
        for (FileEntry entry : filesBefore.values()) {
            if (!there(entry)) {
                return false;
            }
        }
        return true;
    }

    private void add(FileEntry entry) {
        files.put(entry.path(), entry);
    }

    private boolean there(FileEntry entry) {
        if (before == null) {
            return false;
        }
        try {
            BasicFileAttributes file = Files.readAttributes(before.resolve(entry.path()), BasicFileAttributes.class);
            return file.isRegularFile() && file.size() == entry.size();
        } catch (IOException gone) {
            return false;
        }
    }
}
