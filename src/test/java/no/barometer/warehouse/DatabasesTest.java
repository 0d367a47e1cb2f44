package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabasesTest {
    @TempDir
    Path folder;

    @Test
    void embeddedDatabaseIsAFileInItsFolder() {
        Path odd = folder.resolve("a space and ø");
        try (HikariDataSource database = Databases.open(Databases.embedded(odd))) {
            assertThat(new JdbcTemplate(database).queryForObject("SELECT 1", Integer.class))
                    .isEqualTo(1);
        }
        assertThat(Files.exists(odd.resolve("warehouse.mv.db"))).isTrue();
    }

    @Test
    void nothingElseIsLeftBesideItAlsoAfterAFailure() throws IOException {
        try (HikariDataSource database = Databases.open(Databases.embedded(folder))) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            assertThatThrownBy(() -> jdbc.execute("SELECT * FROM nowhere")).isInstanceOf(DataAccessException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("warehouse.mv.db");
        }
    }

    @Test
    void settingsOfTheUrlStand() {
        Path trace = folder.resolve("warehouse.trace.db");
        try (HikariDataSource database = Databases.open(Databases.embedded(folder) + ";TRACE_LEVEL_FILE=1")) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            assertThatThrownBy(() -> jdbc.execute("SELECT * FROM nowhere")).isInstanceOf(DataAccessException.class);
        }
        assertThat(trace).isNotEmptyFile();
    }

    @Test
    void anEmbeddedDatabaseIsCompactedOnceItIsHalfEmptyAndNotAtEachEnd() {
        try (HikariDataSource database = Databases.open(Databases.embedded(folder))) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            assertThat(setting(jdbc, "MAX_COMPACT_TIME")).isEqualTo("0");
            assertThat(setting(jdbc, "AUTO_COMPACT_FILL_RATE")).isEqualTo("50");
        }
    }

    private static String setting(JdbcTemplate jdbc, String name) {
        String query = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?";
        return jdbc.queryForObject(query, String.class, name);
    }

    @Test
    void whatIsFreeInAnEmbeddedDatabaseIsUsedByLaterRuns() throws IOException {
        // as if runs were far apart: what was freed a moment ago is kept for a crash
        String url = Databases.embedded(folder) + ";RETENTION_TIME=0";
        long first = 0;
        for (int run = 0; run < 20; run++) {
            try (HikariDataSource database = Databases.open(url)) {
                JdbcTemplate jdbc = new JdbcTemplate(database);
                jdbc.execute("DROP TABLE IF EXISTS filled");
                jdbc.execute(
                        "CREATE TABLE filled AS SELECT RANDOM_UUID() AS a, RAND() AS b FROM SYSTEM_RANGE(1, 20000)");
            }
            first = run == 0 ? Files.size(folder.resolve("warehouse.mv.db")) : first;
        }
        assertThat(Files.size(folder.resolve("warehouse.mv.db"))).isLessThan(5 * first);
    }

    @Test
    void anEmbeddedDatabaseIsMissingUntilItIsOpened() {
        String url = Databases.embedded(folder);
        assertThat(Databases.isMissing(url)).isTrue();
        // with settings the file may be another one; a server's database is not known to be missing
        assertThat(Databases.isMissing(url + ";CIPHER=AES")).isFalse();
        assertThat(Databases.isMissing("jdbc:h2:mem:none")).isFalse();
        // the database looks for it in the user's home
        assertThat(Databases.isMissing("jdbc:h2:file:~/none")).isFalse();
        assertThat(Databases.isMissing("jdbc:postgresql://localhost/none")).isFalse();

        Databases.open(url).close();
        assertThat(Databases.isMissing(url)).isFalse();
    }

    @Test
    void refusesAFolderThatH2WouldReadAsSettings() {
        assertThatThrownBy(() -> Databases.embedded(Path.of("a;b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": a;b");
    }

    @Test
    void asksForUserAndPassword() {
        String url = Databases.embedded(folder);
        Databases.open(url, "ANNE", "secret").close();

        try (HikariDataSource database = Databases.open(url, "ANNE", "secret")) {
            assertThat(new JdbcTemplate(database).queryForObject("SELECT CURRENT_USER", String.class))
                    .isEqualTo("ANNE");
        }
        assertThatThrownBy(() -> Databases.open(url, "ANNE", "sekret"))
                .isInstanceOf(WarehouseUnavailableException.class)
                .hasMessageContaining("Wrong user name or password")
                .hasMessageNotContaining("sekret");
    }

    @Test
    void saysWhichDatabaseCannotBeOpenedWithoutItsPassword() {
        String url = "jdbc:postgresql://localhost:1/none?user=anne&password=secret";

        assertThatThrownBy(() -> Databases.open(url))
                .isInstanceOf(WarehouseUnavailableException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/none cannot be opened")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAnotherKindOfDatabase() {
        assertThatThrownBy(() -> Databases.open("jdbc:mysql://localhost/x?password=secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a warehouse is jdbc:h2:… or jdbc:postgresql:…, not jdbc:mysql://localhost/x");
    }
}
