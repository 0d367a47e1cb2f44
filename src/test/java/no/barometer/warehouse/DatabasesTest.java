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
