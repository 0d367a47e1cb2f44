package no.barometer.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A name that always leads to the newest of several folders beside it: a symbolic link that is replaced in one step.
 * Where a system has no symbolic links it is a folder (hard links or copies of the newest one's files) which is put
 * together beside it and changed by two renames; should the power go between the two, {@link #names} finds nothing and
 * the next run completes the change.
 */
final class Latest {
    private static final String NAME = "latest";

    private final Path parent;
    private final Path name;
    private final boolean links;

    /**
     * @param parent folder that holds {@code latest}
     * @param links whether symbolic links are tried
     */
    Latest(Path parent, boolean links) {
        this.parent = parent;
        this.name = parent.resolve(NAME);
        this.links = links;
    }

    /** The name of the folder it leads to; nothing if it leads nowhere. */
    Optional<String> names() throws IOException {
        if (Files.isSymbolicLink(name)) {
            Path target = Files.readSymbolicLink(name).getFileName();
            return Files.isDirectory(name) && target != null ? Optional.of(target.toString()) : Optional.empty();
        }
        return ManifestFile.head(name).map(ManifestFile.Head::release);
    }

    /** Lets it lead to a folder whose files are complete. */
    void pointTo(Path folder) throws IOException {
        Path next = parent.resolve(".latest-next");
        Disk.delete(next);
        if (!linked(next, parent.relativize(folder))) {
            copy(folder, next);
            swap(next);
        } else if (Files.isDirectory(name, LinkOption.NOFOLLOW_LINKS)) {
            swap(next);
        } else {
            try {
                Disk.move(next, name);
            } catch (FileSystemException notReplaceable) {
                // Windows replaces no link to a folder by another
                swap(next);
            }
        }
        Disk.sync(parent);
    }

    private boolean linked(Path link, Path target) throws IOException {
        if (!links) {
            return false;
        }
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (UnsupportedOperationException | FileSystemException notAllowed) {
            return false;
        }
    }

    private static void copy(Path folder, Path to) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path from : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                Disk.link(from, to.resolve(folder.relativize(from).toString()));
            }
        }
        Disk.syncTree(to);
    }

    private void swap(Path next) throws IOException {
        Path old = parent.resolve(".latest-old");
        Disk.delete(old);
        if (Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
            Disk.move(name, old);
        }
        Disk.move(next, name);
        Disk.delete(old);
    }
}
