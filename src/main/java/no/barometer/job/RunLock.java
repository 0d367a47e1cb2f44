package no.barometer.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Secrets;
import no.barometer.warehouse.DatabaseLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run out: an operating system's lock on a file, which ends with the process, and beside it a text that
 * says who holds it since when. Where the warehouse is a server's, a lock there keeps out other machines as well.
 */
public final class RunLock implements AutoCloseable {
    private static final String EMBEDDED = "jdbc:h2:file:";

    /** POSIX lets go of a process's locks on a file as soon as it closes any channel to it, so those are not looked at. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final Path holder;
    private @Nullable DatabaseLock database;

    private RunLock(Path path, FileChannel channel, FileLock lock, Path holder) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.holder = holder;
    }

    /** Where the lock of a warehouse is: beside the embedded file, else beside the output folder. */
    public static Path path(Settings settings) {
        if (settings.warehouse().startsWith(EMBEDDED)) {
            String file = settings.warehouse().substring(EMBEDDED.length()).split(";", 2)[0];
            return Path.of(file + ".lock");
        }
        return settings.output().toAbsolutePath().normalize().resolveSibling("warehouse.lock");
    }

    /**
     * Takes the lock of a warehouse, or nothing if another run holds it.
     *
     * @throws no.barometer.warehouse.WarehouseUnavailableException if the server cannot be asked
     */
    public static Optional<RunLock> take(Settings settings) {
        Optional<RunLock> file = take(path(settings));
        if (file.isEmpty() || !DatabaseLock.knows(settings.warehouse())) {
            return file;
        }
        Configuration.WarehouseAccess access = settings.configuration().warehouse();
        boolean taken = false;
        try {
            Optional<DatabaseLock> session =
                    DatabaseLock.take(settings.warehouse(), access.user(), password(access), holder(), access.lease());
            taken = session.isPresent();
            session.ifPresent(one -> file.get().database = one);
            return taken ? file : Optional.empty();
        } finally {
            if (!taken) {
                file.get().close();
            }
        }
    }

    /** Who holds the lock of a warehouse since when; nothing if nobody does. */
    public static Optional<String> heldBy(Settings settings) {
        Optional<String> file = heldBy(path(settings));
        if (file.isPresent() || !DatabaseLock.knows(settings.warehouse())) {
            return file;
        }
        Configuration.WarehouseAccess access = settings.configuration().warehouse();
        return DatabaseLock.heldBy(settings.warehouse(), access.user(), password(access));
    }

    private static String password(Configuration.WarehouseAccess access) {
        return Secrets.of("warehouse", access.password(), access.passwordFile());
    }

    /** Takes the lock that a file stands for, or nothing if another process holds it. */
    public static Optional<RunLock> take(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!HELD_HERE.add(absolute)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Files.createDirectories(absolute.getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Path holder = holder(path);
            Files.writeString(holder, holder() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            taken = true;
            return Optional.of(new RunLock(absolute, channel, lock, holder));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock " + path, failed);
        } finally {
            if (!taken) {
                HELD_HERE.remove(absolute);
            }
        }
    }

    /** Who holds the lock that a file stands for since when; nothing if nobody does. */
    public static Optional<String> heldBy(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (HELD_HERE.contains(path.toAbsolutePath().normalize())) {
            return text(path);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            return text(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look at " + path, failed);
        }
    }

    private static Optional<String> text(Path path) {
        try {
            return Optional.of(Files.readString(holder(path)));
        } catch (IOException notWrittenYet) {
            return Optional.of("an unknown process");
        }
    }

    /** Whether this run still holds what it took: a server may have given it to another one. */
    public boolean held() {
        return lock.isValid() && (database == null || database.alive());
    }

    private static String holder() {
        return "process " + ProcessHandle.current().pid() + ", user " + System.getProperty("user.name") + ", on "
                + host();
    }

    /** What the machine calls itself; to ask for its address would ask a name server, and wait for it. */
    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            return System.getenv().getOrDefault("COMPUTERNAME", "this machine");
        }
    }

    private static Path holder(Path path) {
        return path.resolveSibling(path.getFileName() + ".holder");
    }

    @Override
    public void close() {
        try {
            if (database != null) {
                database.close();
            }
            Files.deleteIfExists(holder);
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot release the lock", failed);
        } finally {
            HELD_HERE.remove(path);
        }
    }
}
