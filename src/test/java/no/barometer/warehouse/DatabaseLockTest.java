package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseLockTest {
    private static final Duration LEASE = Duration.ofSeconds(1);
    private String url = "";

    @BeforeEach
    void aServer() {
        url = TestDatabase.postgresUrl();
    }

    private DatabaseLock take(String who) {
        return DatabaseLock.take(url, "", "", who, LEASE).orElseThrow();
    }

    @Test
    void keepsASecondRunOutAndNamesTheFirst() {
        try (DatabaseLock lock = take("process 7, user anne, on blåbær")) {
            assertThat(lock.alive()).isTrue();
            assertThat(DatabaseLock.take(url, "", "", "another", LEASE)).isEmpty();
            assertThat(DatabaseLock.heldBy(url, "", "").orElseThrow())
                    .startsWith("process 7, user anne, on bl?b?r, since 20");
        }
        assertThat(DatabaseLock.heldBy(url, "", "")).isEmpty();
        take("another").close();
    }

    @Test
    void aRunThatShowsSignsOfLifeKeepsItsLockLongerThanTheLease() throws Exception {
        try (DatabaseLock lock = take("first")) {
            TimeUnit.MILLISECONDS.sleep(2 * LEASE.toMillis());
            assertThat(DatabaseLock.take(url, "", "", "second", LEASE)).isEmpty();
            assertThat(lock.alive()).isTrue();
        }
    }

    @Test
    void aDeadOnesLockExpires() throws Exception {
        try (Connection dead = Databases.connect(url, "", "", "barometer dead");
                Statement statement = dead.createStatement()) {
            statement.execute(Sql.of("lock_take"));
            assertThat(DatabaseLock.take(url, "", "", "next", LEASE)).isEmpty();
            TimeUnit.MILLISECONDS.sleep(LEASE.toMillis() + 500);
            take("next").close();
        }
    }

    @Test
    void knowsThatItWasLost() throws Exception {
        try (DatabaseLock lock = take("first");
                Connection operator = Databases.connect(url, "", "", "operator");
                Statement statement = operator.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'barometer first' AND datname = CURRENT_DATABASE()");
            assertThat(lock.alive()).isFalse();
        }
    }

    @Test
    void saysWhichServerCannotBeReached() {
        assertThatThrownBy(() ->
                        DatabaseLock.take("jdbc:postgresql://localhost:1/none?password=secret", "", "", "x", LEASE))
                .isInstanceOf(WarehouseUnavailableException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/none cannot be opened")
                .hasMessageNotContaining("secret");
    }
}
