package no.barometer.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * What a database says of itself.
 *
 * @param product name and version
 * @param encoding of its texts
 * @param skew how far its clock is ahead of this machine's
 */
public record Condition(String product, String encoding, Duration skew) {
    /** @throws WarehouseUnavailableException if it cannot be asked */
    public static Condition of(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String name = connection.getMetaData().getDatabaseProductName();
            String encoding = "UTF8";
            if (name.equals("PostgreSQL")) {
                try (ResultSet row = statement.executeQuery("SHOW server_encoding")) {
                    encoding = row.next() ? row.getString(1) : "";
                }
            }
            try (ResultSet row = statement.executeQuery(Sql.of("now"))) {
                Instant there =
                        row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : Instant.now();
                return new Condition(
                        name + " " + connection.getMetaData().getDatabaseProductVersion(),
                        encoding,
                        Duration.between(Instant.now(), there));
            }
        } catch (SQLException failed) {
            throw new WarehouseUnavailableException("The warehouse cannot be asked: " + failed.getMessage(), failed);
        }
    }
}
