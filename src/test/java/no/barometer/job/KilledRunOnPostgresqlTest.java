package no.barometer.job;

import no.barometer.warehouse.TestDatabase;
import org.junit.jupiter.api.Tag;

/** The same where a server holds the warehouse and outlives the process. */
@Tag("heavy")
class KilledRunOnPostgresqlTest extends KilledRunTest {
    @Override
    String warehouse(String name) {
        return TestDatabase.postgresUrl();
    }

    @Override
    void stand() throws Exception {
        TestDatabase.emptyPostgres();
        super.stand();
    }

    @Override
    void fresh() throws Exception {
        stand();
        super.fresh();
    }
}
