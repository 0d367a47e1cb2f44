package no.barometer.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;

/** Opens the database that holds the warehouse. */
public final class Databases {
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    /** Each thread of a job may hold a connection for Spring Batch while it takes a second one for facts. */
    private static final int CONNECTIONS = Math.max(10, 2 * Runtime.getRuntime().availableProcessors() + 4);

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
        return H2 + "file:" + file.toString().replace('\\', '/');
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
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
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
            throw new WarehouseUnavailableException(
                    "The warehouse " + named(url) + " cannot be opened: " + cause.getMessage(), e);
        }
    }

    /** The URL without its settings: a password may stand there. */
    public static String named(String url) {
        return url.replaceFirst("[?;].*$", "");
    }
}
