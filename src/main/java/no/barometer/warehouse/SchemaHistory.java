package no.barometer.warehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/** Tells by one query whether a schema is the newest, as it is in nearly every run: Flyway takes long to say so. */
final class SchemaHistory {
    /** All scripts below {@code db/migration}, in the order of their versions; {@code %s} is the database. */
    static final List<String> SCRIPTS = List.of(
            "warehouse/V1__star_schema.sql",
            "warehouse/V2__views.sql",
            "%s/V3__spring_batch.sql",
            "warehouse/V4__panel_pairs.sql",
            "warehouse/V4_1__calibration.sql",
            "warehouse/V5__withdrawn_releases.sql",
            "warehouse/V6__observation_packs.sql",
            "%s/V6_1__observation.sql",
            "warehouse/V6_2__observation_view.sql",
            "warehouse/V6_3__label_packs.sql",
            "%s/V6_4__label.sql");

    private SchemaHistory() {}

    /** Whether just these scripts, as they are, were applied. */
    static boolean isNewest(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String vendor = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            List<String> expected = new ArrayList<>();
            for (String script : SCRIPTS) {
                String path = script.formatted(vendor);
                expected.add(path.substring(path.indexOf('/') + 1) + " " + checksum(path));
            }
            return applied(connection).equals(expected);
        } catch (SQLException noHistoryYet) {
            return false;
        }
    }

    /** Whether no script was applied yet. */
    static boolean isEmpty(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return applied(connection).isEmpty();
        } catch (SQLException noHistoryYet) {
            return true;
        }
    }

    private static List<String> applied(Connection connection) throws SQLException {
        List<String> applied = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(Sql.of("applied_migrations"));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                applied.add(row.getString(1) + " " + row.getInt(2));
            }
        }
        return applied;
    }

    /** Flyway's: of the lines without their ends. */
    private static int checksum(String script) {
        String path = "/db/migration/" + script;
        try (InputStream in = Objects.requireNonNull(SchemaHistory.class.getResourceAsStream(path), path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            CRC32 sum = new CRC32();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return (int) sum.getValue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
