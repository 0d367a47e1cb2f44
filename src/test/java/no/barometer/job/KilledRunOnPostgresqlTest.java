package no.barometer.job;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;

/** The same where a server holds the warehouse and outlives the process: {@code BAROMETER_TEST_POSTGRES} names it. */
@Tag("heavy")
class KilledRunOnPostgresqlTest extends KilledRunTest {
    private static final String SERVER = "BAROMETER_TEST_POSTGRES";

    @Override
    String warehouse(String name) {
        Map<String, String> environment = System.getenv();
        Assumptions.assumeTrue(environment.containsKey(SERVER), SERVER + " is not set");
        return environment.get(SERVER);
    }

    @Override
    void stand() throws Exception {
        try (Connection server = DriverManager.getConnection(warehouse("standing"));
                Statement statement = server.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
        super.stand();
    }

    @Override
    void fresh() throws Exception {
        stand();
        super.fresh();
    }
}
