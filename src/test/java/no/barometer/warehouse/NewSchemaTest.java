package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.h2.util.ScriptReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one script against the migrations; {@code -Dgolden.update=true} writes it again out of what they make. */
class NewSchemaTest {
    private static final Path FILE = Path.of("src/main/resources" + NewSchema.SCRIPT);

    @TempDir
    Path folder;

    @Test
    void isJustWhatTheMigrationsMake() throws IOException {
        try (HikariDataSource migrated = open("migrated");
                HikariDataSource made = open("made")) {
            Migrations.flyway(migrated).migrate();
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(FILE, script(migrated));
            }

            Migrations.migrate(made);

            JdbcTemplate jdbc = new JdbcTemplate(made);
            assertThat(jdbc.queryForList(
                            "SELECT MAX(\"execution_time\") FROM \"flyway_schema_history\"", Integer.class))
                    .as("made by the script")
                    .containsExactly(0);
            for (String view : jdbc.queryForList(
                    "SELECT table_name FROM information_schema.tables WHERE table_type = 'VIEW' AND table_schema = 'PUBLIC'",
                    String.class)) {
                assertThat(jdbc.queryForList("SELECT * FROM " + view)).as(view).isEmpty();
            }
            assertThat(told(made)).containsExactlyElementsOf(told(migrated));
            assertThat(SchemaHistory.isNewest(made)).isTrue();
            Migrations.flyway(made).validate();
            assertThat(Migrations.flyway(made).info().pending()).isEmpty();
        }
    }

    @Test
    void isCompletedWhereverItWasLeft() throws IOException {
        List<String> expected;
        try (HikariDataSource whole = open("whole")) {
            Migrations.migrate(whole);
            expected = told(whole);
        }
        List<String> statements = statements(Files.readString(FILE));
        for (int done = 1; done < statements.size(); done++) {
            try (HikariDataSource database = open("left" + done)) {
                JdbcTemplate jdbc = new JdbcTemplate(database);
                statements.subList(0, done).forEach(jdbc::execute);
                assertThat(Migrations.isEmpty(database)).isTrue();

                Migrations.migrate(database);

                assertThat(told(database)).as("after %d statements", done).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void isNotMadeAmongTablesOfOthers() {
        try (HikariDataSource database = open("theirs")) {
            new JdbcTemplate(database).execute("CREATE TABLE theirs(id INTEGER)");

            assertThatThrownBy(() -> Migrations.migrate(database)).isInstanceOf(FlywayException.class);

            assertThat(new JdbcTemplate(database)
                            .queryForList(
                                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'",
                                    String.class))
                    .containsExactly("THEIRS");
        }
    }

    @Test
    void leavesFiguresWhereTheHistoryWasEmptiedByHand() {
        try (HikariDataSource database = open("emptied")) {
            Migrations.migrate(database);
            new Warehouse(database).replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1), 1);
            new JdbcTemplate(database).update("DELETE FROM \"flyway_schema_history\"");

            Migrations.migrate(database);

            assertThat(new Warehouse(database).observations("media")).hasSize(1);
            assertThat(SchemaHistory.isNewest(database)).isTrue();
        }
    }

    private HikariDataSource open(String name) {
        return Databases.open(Databases.embedded(folder.resolve(name)));
    }

    /** All that is there: objects, indices and rows, but when and how fast Flyway made them. */
    private static List<String> told(HikariDataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        List<String> told = new ArrayList<>();
        statements(script(database)).stream().map(NewSchemaTest::unordered).forEach(told::add);
        told.addAll(jdbc.queryForList("""
                SELECT i.table_name || ' ' || i.index_type_name || ' ' || LISTAGG(c.column_name, ', ')
                    WITHIN GROUP (ORDER BY c.ordinal_position)
                FROM information_schema.indexes i
                JOIN information_schema.index_columns c ON c.index_name = i.index_name AND c.table_name = i.table_name
                WHERE i.table_schema = 'PUBLIC'
                GROUP BY i.table_name, i.index_name, i.index_type_name
                """, String.class));
        return told.stream().sorted().toList();
    }

    /** H2 tells a view's conditions in the order in which it would ask them today. */
    private static String unordered(String statement) {
        return !statement.contains("VIEW")
                ? statement
                : statement
                        .lines()
                        .map(line -> line.replaceFirst("^ *(WHERE|AND) ", "AND "))
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    /** What makes a database like this one, in the order in which it may be left: first and last is the history. */
    private static String script(HikariDataSource database) {
        List<String> made = new ArrayList<>();
        List<String> history = new ArrayList<>();
        for (String statement :
                new JdbcTemplate(database).queryForList("SCRIPT SIMPLE NOPASSWORDS NOSETTINGS", String.class)) {
            if (statement.startsWith("INSERT INTO \"PUBLIC\".\"flyway_schema_history\" VALUES")) {
                history.add(statement
                        .replaceFirst(".* VALUES", "   ")
                        .replaceFirst("TIMESTAMP '[^']+', [0-9]+, TRUE\\);", "CURRENT_TIMESTAMP, 0, TRUE)"));
            } else if (!statement.startsWith("--") && !statement.startsWith("CREATE USER")) {
                made.add(statement
                        .replaceFirst(
                                "^(CREATE CACHED TABLE|CREATE INDEX|CREATE UNIQUE INDEX|CREATE SEQUENCE)",
                                "$1 IF NOT EXISTS")
                        .replaceFirst("^CREATE FORCE VIEW", "CREATE OR REPLACE VIEW")
                        .replaceFirst("^(ALTER TABLE \\S+ ADD CONSTRAINT)", "$1 IF NOT EXISTS")
                        .replaceFirst("^INSERT INTO", "MERGE INTO"));
            }
        }
        made.sort(Comparator.comparing((String statement) -> !isHistory(statement))
                .thenComparing(statement -> statement.startsWith("CREATE OR REPLACE VIEW")));
        return "-- Made of what the migrations make: see NewSchemaTest\n" + String.join("\n", made)
                + "\nINSERT INTO \"PUBLIC\".\"flyway_schema_history\" VALUES\n" + String.join(",\n", history) + ";\n";
    }

    private static boolean isHistory(String statement) {
        return statement.contains("\"flyway_schema_history");
    }

    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        try (ScriptReader reader = new ScriptReader(new StringReader(script))) {
            reader.setSkipRemarks(true);
            Stream.generate(reader::readStatement)
                    .takeWhile(statement -> statement != null)
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .forEach(statements::add);
        }
        return statements;
    }
}
