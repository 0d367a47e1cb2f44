package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

    @ParameterizedTest
    @EnumSource
    void changeNothingTheSecondTime(TestDatabase kind) {
        try (HikariDataSource database = kind.open(folder)) {
            new Warehouse(database).replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1), 1);

            Migrations.migrate(database);

            assertThat(new Warehouse(database).observations("media")).hasSize(1);
        }
    }

    @Test
    void everyTableAndViewStatesItsGrainFirst() throws IOException {
        for (String file : List.of("V1__star_schema.sql", "V2__views.sql")) {
            String script = new String(
                    getClass()
                            .getResourceAsStream("/db/migration/warehouse/" + file)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            List<String> lines = script.lines().toList();
            assertThat(lines).anyMatch(line -> line.startsWith("CREATE "));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("CREATE TABLE") || lines.get(i).startsWith("CREATE VIEW")) {
                    assertThat(lines.get(i + 1).strip()).as(lines.get(i)).startsWith("-- grain: ");
                }
            }
        }
    }
}
