package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void makeTheStarTheViewsAndTheTablesOfSpringBatch(TestDatabase kind) {
        try (HikariDataSource database = kind.open(folder)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            List<String> tables = jdbc.queryForList(
                    "SELECT LOWER(table_name) FROM information_schema.tables WHERE LOWER(table_schema) = 'public'",
                    String.class);

            assertThat(tables)
                    .contains("observation", "totals", "estimate", "release", "v_observation", "v_totals", "v_estimate")
                    .contains("v_delivery", "v_estimate_history", "batch_job_instance", "batch_step_execution_context");
        }
    }

    @Test
    void areAllToComeInADatabaseWithoutTables() {
        try (HikariDataSource database = Databases.open(Databases.embedded(folder))) {
            assertThat(Migrations.isEmpty(database)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changeNothingTheSecondTime(TestDatabase kind) {
        try (HikariDataSource database = kind.open(folder)) {
            new Warehouse(database).replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1), 1);

            Migrations.migrate(database);

            assertThat(new Warehouse(database).observations("media")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areKnownToBeAppliedWithoutFlywayJustWhereTheyAre(TestDatabase kind) throws Exception {
        try (HikariDataSource database = kind.open(folder)) {
            assertThat(SchemaHistory.isNewest(database)).isTrue();
            assertThat(Migrations.isEmpty(database)).isFalse();
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.update("UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '4'");
            assertThat(SchemaHistory.isNewest(database)).isFalse();
            jdbc.update(
                    "UPDATE \"flyway_schema_history\" SET \"success\" = TRUE, \"checksum\" = 1 WHERE \"version\" = '4'");
            assertThat(SchemaHistory.isNewest(database)).isFalse();
            jdbc.update("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '5'");
            assertThat(SchemaHistory.isNewest(database)).isFalse();
        }
        try (Stream<Path> scripts = Files.walk(Path.of("src/main/resources/db/migration"))) {
            assertThat(scripts.filter(Files::isRegularFile)
                            .map(one -> one.getFileName().toString()))
                    .as("all scripts that there are")
                    .containsOnly(SchemaHistory.SCRIPTS.stream()
                            .map(one -> one.replaceFirst(".*/", ""))
                            .toArray(String[]::new));
        }
    }

    @Test
    void everyTableAndViewStatesItsGrainFirst() throws IOException {
        List<Path> scripts;
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/db/migration"))) {
            scripts = all.filter(one ->
                            one.toString().endsWith(".sql") && !one.toString().contains("spring_batch"))
                    .toList();
        }
        for (Path file : scripts) {
            String script = Files.readString(file);
            List<String> lines = script.lines().toList();
            assertThat(lines).as(file.toString()).anyMatch(line -> line.matches("(CREATE|ALTER) .*"));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("CREATE TABLE") || lines.get(i).startsWith("CREATE VIEW")) {
                    assertThat(lines.get(i + 1).strip()).as(lines.get(i)).startsWith("-- grain: ");
                }
            }
        }
    }
}
