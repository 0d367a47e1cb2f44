package no.barometer.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens the database that holds the warehouse. */
public final class Databases {
    private static final String H2 = "jdbc:h2:";
    private static final String EMBEDDED = H2 + "file:";
    static final String POSTGRESQL = "jdbc:postgresql:";
    /** Each thread of a job may hold a connection for Spring Batch while it takes a second one for facts. */
    private static final int CONNECTIONS = Math.max(10, 2 * Runtime.getRuntime().availableProcessors() + 4);

    /** How long a server may take to answer; one that crashed is waited for at each row of the history that cannot be written. */
    private static final long PATIENCE_MILLIS = 10_000;

    /**
     * The process may be asked to end under a run that is about to stop: the file is not closed before the run is. Later
     * runs use what is free in the file: it is not compacted at each end, but, as they go on, once it is half empty; H2
     * would begin at a tenth, and each run would pay for the one before. What H2 throws is not written to a file beside it
     * as well.
     */
    private static final SortedMap<String, String> H2_SETTINGS = new TreeMap<>(Map.of(
            "DB_CLOSE_ON_EXIT", "FALSE",
            "MAX_COMPACT_TIME", "0",
            "AUTO_COMPACT_FILL_RATE", "50",
            "TRACE_LEVEL_FILE", "0"));

    private Databases() {}

    /**
     * The URL of the embedded database in a folder, which is made when it is opened.
     *
     * @throws IllegalArgumentException if the folder's path holds a semicolon, which begins a setting in H2's URLs
     */
    public static String embedded(Path folder) {
        Path file = folder.toAbsolutePath().normalize().resolve("warehouse");
        if (file.toString().contains(";")) {
            throw new IllegalArgumentException("no warehouse in a folder with a semicolon in its path: " + folder);
        }
        return EMBEDDED + file.toString().replace('\\', '/');
    }

    /** Whether a URL without settings names, by its whole path, an embedded database that was not made yet. */
    public static boolean isMissing(String url) {
        if (!url.startsWith(EMBEDDED) || url.contains(";")) {
            return false;
        }
        Path file = Path.of(url.substring(EMBEDDED.length()) + ".mv.db");
        return file.isAbsolute() && !Files.exists(file);
    }

    /** Opens a database that asks for no user, or whose URL names one. */
    public static HikariDataSource open(String url) {
        return open(url, "", "");
    }

    /**
     * Opens a database.
     *
     * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
     * @param user empty: none, or that of the URL
     * @throws IllegalArgumentException if the URL is of another database
     * @throws WarehouseUnavailableException if there is no connection to be had
     */
    public static HikariDataSource open(String url, String user, String password) {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("a warehouse is " + H2 + "… or " + POSTGRESQL + "…, not " + named(url));
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("warehouse");
        config.setJdbcUrl(url.startsWith(H2) ? withSettings(url) : url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        if (url.startsWith(POSTGRESQL)) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("ApplicationName", "barometer");
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw unavailable(url, cause);
        }
    }

    static WarehouseUnavailableException unavailable(String url, Throwable cause) {
        return new WarehouseUnavailableException(
                "The warehouse " + named(url) + " cannot be opened: " + cause.getMessage(), cause);
    }

    /** One connection that no pool knows of. */
    static Connection connect(String url, String user, String password, String name) throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(url, properties);
    }

    /** With settings of ours for all that the URL does not set itself. */
    private static String withSettings(String url) {
        StringBuilder set = new StringBuilder(url);
        H2_SETTINGS.forEach((name, value) -> {
            if (!url.contains(";" + name + "=")) {
                set.append(';').append(name).append('=').append(value);
            }
        });
        return set.toString();
    }

    /** The URL without its settings: a password may stand there. */
    public static String named(String url) {
        return url.replaceFirst("[?;].*$", "");
    }
}
