package no.barometer.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps a second run out: an operating system's lock on a file, which ends with the process, and beside it a text that
 * says who holds it since when.
 */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;
    private final Path holder;

    private RunLock(FileChannel channel, FileLock lock, Path holder) {
        this.channel = channel;
        this.lock = lock;
        this.holder = holder;
    }

    /** Where the lock of a warehouse is: beside the embedded file, else beside the output folder. */
    public static Path path(Settings settings) {
        String prefix = "jdbc:h2:file:";
        if (settings.warehouse().startsWith(prefix)) {
            String file = settings.warehouse().substring(prefix.length()).split(";", 2)[0];
            return Path.of(file + ".lock");
        }
        return settings.output().toAbsolutePath().normalize().resolveSibling("warehouse.lock");
    }

    /** Takes the lock, or nothing if another process holds it. */
    public static Optional<RunLock> take(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Path holder = holder(path);
            String text = "process " + ProcessHandle.current().pid() + ", user " + System.getProperty("user.name")
                    + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Files.writeString(holder, text);
            return Optional.of(new RunLock(channel, lock, holder));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock " + path, failed);
        }
    }

    /** Who holds the lock since when; nothing if nobody does. */
    public static Optional<String> heldBy(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            return Optional.of(Files.exists(holder(path)) ? Files.readString(holder(path)) : "an unknown process");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look at " + path, failed);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static Path holder(Path path) {
        return path.resolveSibling(path.getFileName() + ".holder");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder);
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot release the lock", failed);
        }
    }
}
