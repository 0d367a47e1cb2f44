package no.barometer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the newest schema: the star, its views and Spring Batch's own tables. */
public final class Migrations {
    private Migrations() {}

    /**
     * Makes or changes tables where something is to do.
     *
     * @throws org.flywaydb.core.api.FlywayException if the schema is newer than this program, or was changed by hand
     * @throws WarehouseUnavailableException if the database cannot be reached
     */
    public static void migrate(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .loggers(FlywayLog.class.getName())
                .dataSource(database)
                .locations("classpath:db/migration/warehouse", "classpath:db/migration/" + vendor(database))
                .load()
                .migrate();
    }

    private static String vendor(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new WarehouseUnavailableException("The warehouse cannot be reached: " + e.getMessage(), e);
        }
    }
}
