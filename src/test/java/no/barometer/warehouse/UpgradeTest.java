package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Warehouses of released versions, kept as they were, come forward with all they hold. */
class UpgradeTest {
    @TempDir
    private Path folder;

    private static InputStream stored(String file) {
        return Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/warehouses/" + file), file);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = stored(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void holdsWhatItHeld(HikariDataSource database) {
        Migrations.migrate(database);
        Warehouse warehouse = new Warehouse(database);
        assertThat(warehouse.deliveries())
                .extracting(StoredDelivery::path)
                .containsExactly("agencies-2021.csv", "agencies-2022.csv", "media-2021.csv", "media-2022.csv");
        assertThat(warehouse.observations("agencies"))
                .extracting(one -> one.wave() + " " + one.item() + " " + one.value() + " " + one.source())
                .containsExactly(
                        "2021 uses 51.5 Source[delivery=agencies-2021.csv, sheet=, row=2, column=2]",
                        "2021 plans 12.0 Source[delivery=agencies-2021.csv, sheet=, row=3, column=2]",
                        "2022 uses 52.5 Source[delivery=agencies-2022.csv, sheet=, row=2, column=2]",
                        "2022 plans 12.0 Source[delivery=agencies-2022.csv, sheet=, row=3, column=2]");
        assertThat(warehouse.labels("agencies"))
                .extracting(one -> one.delivery() + " " + one.label().id() + " "
                        + one.label().position())
                .contains("agencies-2021.csv agencies 0", "agencies-2021.csv uses 17592186077186");
        assertThat(warehouse.totals("media")).hasSize(6);
        assertThat(warehouse.estimates("media", 1)).hasSize(18);
        assertThat(warehouse.releases().values()).extracting(Release::name).containsExactly("2026-11");
        assertThat(warehouse.unfinishedRun()).isFalse();
        warehouse.replace(Loads.bundle("b", "new.xlsx", Loads.WAVE_2024, 1), 2);
        assertThat(warehouse.observations("media")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = "v3")
    void theFileOfAnOlderVersionComesForward(String version) throws IOException {
        try (InputStream in = new GZIPInputStream(stored(version + "/warehouse.mv.db.gz"))) {
            Files.copy(in, folder.resolve("warehouse.mv.db"));
        }
        try (HikariDataSource database = Databases.open(Databases.embedded(folder))) {
            holdsWhatItHeld(database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "v3")
    void theScriptOfAnyVersionOfH2ComesForward(String version) throws IOException {
        Path script = Files.writeString(folder.resolve("h2.sql"), text(version + "/h2.sql"));
        try (HikariDataSource database = Databases.open(Databases.embedded(folder))) {
            new JdbcTemplate(database).execute("RUNSCRIPT FROM '" + script + "'");
            holdsWhatItHeld(database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "v3")
    void theDumpOfAnOlderVersionComesForward(String version) throws IOException {
        try (HikariDataSource database = Databases.open(TestDatabase.emptyPostgres())) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute(text(version + "/postgresql.sql").replace("CREATE SCHEMA public;", ""));
            holdsWhatItHeld(database);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewerOneIsRefusedAndNotChanged(TestDatabase kind) {
        try (HikariDataSource database = kind.open(folder)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute("INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                    + " VALUES (99, '99', 'from the future', 'SQL', 'V99__future.sql', 'x', 1, TRUE)");
            assertThatThrownBy(() -> Migrations.migrate(database))
                    .isInstanceOf(NewerWarehouseException.class)
                    .hasMessageContaining("schema 99", "newer Barometer");
            assertThat(Migrations.isNewer(database)).isTrue();
        }
    }

    @Test
    void saysItsVersion() {
        try (HikariDataSource database = Databases.open(Databases.embedded(folder))) {
            assertThat(Migrations.version(database)).isEmpty();
            Migrations.migrate(database);
            assertThat(Migrations.version(database)).matches("\\d+(\\.\\d+)*");
        }
    }
}
