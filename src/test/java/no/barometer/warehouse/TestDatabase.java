package no.barometer.warehouse;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The databases that a warehouse is tested on: an H2 file, and PostgreSQL where {@code BAROMETER_TEST_POSTGRES} holds the
 * JDBC URL of an empty database, whose schema {@code public} is made anew for every test.
 */
public enum TestDatabase {
    H2,
    POSTGRESQL;

    static final String URL = "BAROMETER_TEST_POSTGRES";

    HikariDataSource open(Path folder) {
        HikariDataSource database = Databases.open(this == H2 ? Databases.embedded(folder) : emptyPostgres());
        Migrations.migrate(database);
        return database;
    }

    /** The URL of the server's database, which is empty now. */
    public static String emptyPostgres() {
        String url = postgresUrl();
        try (HikariDataSource database = Databases.open(url)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute("DROP SCHEMA public CASCADE");
            jdbc.execute("CREATE SCHEMA public");
        }
        return url;
    }

    /** The URL of the server's database; the test is passed over where there is none. */
    public static String postgresUrl() {
        Map<String, String> environment = System.getenv();
        String url = environment.get(URL);
        if (url == null && "true".equals(environment.get("CI"))) {
            throw new AssertionError(URL + " must be set in CI");
        }
        Assumptions.assumeTrue(url != null, URL + " is not set");
        return url;
    }

    static Stream<TestDatabase> all() {
        return Stream.of(values());
    }
}
