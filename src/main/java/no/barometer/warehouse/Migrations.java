package no.barometer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the newest schema: the star, its views and Spring Batch's own tables. */
public final class Migrations {
    private Migrations() {}

    /**
     * Makes or changes tables where something is to do.
     *
     * @throws org.flywaydb.core.api.FlywayException if the schema was changed by hand
     * @throws NewerWarehouseException if the schema is that of a newer program; nothing is changed
     * @throws WarehouseUnavailableException if the database cannot be reached
     */
    public static void migrate(DataSource database) {
        if (SchemaHistory.isNewest(database) || (vendor(database).equals("h2") && NewSchema.make(database))) {
            return;
        }
        Flyway flyway = flyway(database);
        if (!isEmpty(database) && isNewer(flyway)) {
            throw new NewerWarehouseException("The warehouse has schema " + version(flyway)
                    + ", which is that of a newer Barometer. Install that one; nothing was changed.");
        }
        flyway.migrate();
    }

    /** Whether a database has no schema of ours yet. */
    public static boolean isEmpty(DataSource database) {
        return SchemaHistory.isEmpty(database);
    }

    /** The version of the schema; empty where there is none yet. */
    public static String version(DataSource database) {
        return version(flyway(database));
    }

    /** Whether the schema is that of a newer program. */
    public static boolean isNewer(DataSource database) {
        return isNewer(flyway(database));
    }

    private static String version(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        return current == null ? "" : String.valueOf(current.getVersion());
    }

    private static boolean isNewer(Flyway flyway) {
        return Arrays.stream(flyway.info().all()).anyMatch(one -> one.getState() == MigrationState.FUTURE_SUCCESS);
    }

    static Flyway flyway(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .loggers(FlywayLog.class.getName())
                .dataSource(database)
                .locations("classpath:db/migration/warehouse", "classpath:db/migration/" + vendor(database))
                .load();
    }

    private static String vendor(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new WarehouseUnavailableException("The warehouse cannot be reached: " + e.getMessage(), e);
        }
    }
}
