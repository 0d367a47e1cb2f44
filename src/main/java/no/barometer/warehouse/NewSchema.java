package no.barometer.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The newest schema in one script, for an embedded database without one: what all migrations come to, history included.
 * They would take several times as long to get there. The script completes what was begun, and drops nothing.
 */
final class NewSchema {
    static final String SCRIPT = "/db/new/h2.sql";

    private NewSchema() {}

    /**
     * Makes the schema in H2, where it may; whether it did.
     *
     * @throws WarehouseUnavailableException if the database fails
     */
    static boolean make(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (!isOurs(connection)) {
                return false;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("RUNSCRIPT FROM 'classpath:" + SCRIPT + "' CHARSET 'UTF-8'");
            }
            return true;
        } catch (SQLException failed) {
            throw new WarehouseUnavailableException("The warehouse cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** Nothing is there yet, or nothing but what this script began: then its first table is there, and empty. */
    private static boolean isOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(Sql.of("count_tables"))) {
            tables.next();
            return tables.getInt("tables") == 0 || (tables.getInt("histories") == 1 && hasNoHistory(statement));
        }
    }

    private static boolean hasNoHistory(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(Sql.of("count_history"))) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }
}
