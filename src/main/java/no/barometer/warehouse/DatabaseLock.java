package no.barometer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs of several machines apart that share a PostgreSQL warehouse: an advisory lock of a session of its own, which
 * says who it is and shows a sign of life again and again. The server lets go of it when the session ends; a session
 * without a sign of life for the length of the lease (its machine lost its power or its network) is ended by the next
 * run. All times are the server's, so that clocks need not agree.
 */
public final class DatabaseLock implements AutoCloseable {
    /** What {@code pg_stat_activity} has room for. */
    private static final int LONGEST_NAME = 63;

    private final Connection session;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "warehouse-lock");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> beating;
    private volatile boolean lost;

    private DatabaseLock(Connection session, Duration lease) {
        this.session = session;
        long period = Math.max(100, lease.toMillis() / 6);
        this.beating = heart.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /** Whether a database knows such locks; an embedded file is locked by the operating system. */
    public static boolean knows(String url) {
        return url.startsWith(Databases.POSTGRESQL);
    }

    /**
     * Takes the lock, or nothing if another session that is alive has it.
     *
     * @param who says so in a few words
     * @throws WarehouseUnavailableException if there is no connection to be had
     */
    public static Optional<DatabaseLock> take(String url, String user, String password, String who, Duration lease) {
        try {
            Connection session = Databases.connect(url, user, password, named(who));
            try {
                if (locked(session) || (evicted(session, lease) && locked(session))) {
                    return Optional.of(new DatabaseLock(session, lease));
                }
            } catch (SQLException failed) {
                session.close();
                throw failed;
            }
            session.close();
            return Optional.empty();
        } catch (SQLException failed) {
            throw Databases.unavailable(url, failed);
        }
    }

    /** Who has the lock since when; nothing if nobody does. */
    public static Optional<String> heldBy(String url, String user, String password) {
        try (Connection session = Databases.connect(url, user, password, "barometer");
                PreparedStatement query = session.prepareStatement(Sql.of("lock_holder"));
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException failed) {
            throw Databases.unavailable(url, failed);
        }
    }

    /** Whether the session still has the lock. */
    public boolean alive() {
        beat();
        return !lost;
    }

    private static boolean locked(Connection session) throws SQLException {
        return isTrue(session, "lock_take", null);
    }

    /** Ends the session that has the lock but gave no sign of life for long; whether there was one. */
    private static boolean evicted(Connection session, Duration lease) throws SQLException {
        if (!isTrue(session, "lock_evict", lease.toMillis() / 1000.0)) {
            return false;
        }
        for (int i = 0; i < 50 && isTrue(session, "lock_held", null); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean isTrue(Connection session, String statement, @Nullable Double parameter)
            throws SQLException {
        try (PreparedStatement query = session.prepareStatement(Sql.of(statement))) {
            if (parameter != null) {
                query.setDouble(1, parameter);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private synchronized void beat() {
        try {
            lost = lost || !isTrue(session, "lock_beat", null);
        } catch (SQLException gone) {
            lost = true;
        }
    }

    private static String named(String who) {
        String name = "barometer " + who.replaceAll("[^\\x20-\\x7e]", "?");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    @Override
    public void close() {
        beating.cancel(false);
        heart.shutdownNow();
        try {
            session.close();
        } catch (SQLException gone) {
            // the server has let go of the lock already
        }
    }
}
