package no.barometer.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.barometer.survey.Wave;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads what was delivered, within one snapshot. Tables are read one by one: the database is slower at joining them. */
final class DeliveryReader {
    private final JdbcTemplate jdbc;

    DeliveryReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them. */
    List<StoredBundle> bundles() {
        return bundles("", "");
    }

    /** Those of one survey. */
    List<StoredBundle> bundles(int surveyKey) {
        return bundles(
                " WHERE survey_key = ?",
                " WHERE wave_key IN (SELECT wave_key FROM wave WHERE survey_key = ?)",
                surveyKey);
    }

    /** A bundle while its deliveries are read. */
    private record Reading(BundleKey key, String fingerprint, List<StoredDelivery> deliveries) {
        StoredBundle read() {
            deliveries.sort(StoredDelivery.ORDER);
            return new StoredBundle(key, fingerprint, List.copyOf(deliveries));
        }
    }

    private List<StoredBundle> bundles(String ofSurvey, String ofItsWaves, Object... survey) {
        Map<Integer, String> surveys = new HashMap<>();
        rows("survey_keys", "", row -> surveys.put(row.getInt(2), row.getString(1)));
        Map<Integer, Reading> bundles = new HashMap<>();
        rows(
                "bundles",
                ofSurvey,
                row -> bundles.put(
                        row.getInt(1),
                        new Reading(
                                new BundleKey(name(surveys, row.getInt(2)), row.getString(3)),
                                row.getString(4),
                                new ArrayList<>(1))),
                survey);
        Map<Integer, Wave> periods = new HashMap<>();
        rows(
                "wave_periods",
                ofSurvey,
                row -> periods.put(
                        row.getInt(1),
                        new Wave(
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class))),
                survey);
        Map<Integer, List<Wave>> waves = new HashMap<>();
        rows(
                "delivery_waves",
                ofItsWaves,
                row -> waves.computeIfAbsent(row.getInt(1), key -> new ArrayList<>(1))
                        .add(Objects.requireNonNull(periods.get(row.getInt(2)))),
                survey);
        rows(
                "deliveries",
                ofSurvey,
                row -> {
                    Reading bundle = Objects.requireNonNull(bundles.get(row.getInt(1)));
                    bundle.deliveries()
                            .add(new StoredDelivery(
                                    bundle.key().survey(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getString(8),
                                    row.getString(9),
                                    ids(waves.getOrDefault(row.getInt(2), List.of())),
                                    bundle.key().bundle(),
                                    row.getLong(10),
                                    row.getLong(11)));
                },
                survey);
        return bundles.values().stream().map(Reading::read).toList();
    }

    private static String name(Map<Integer, String> surveys, int key) {
        return Objects.requireNonNull(surveys.get(key));
    }

    /** In order of time. */
    private static List<String> ids(List<Wave> waves) {
        return waves.size() == 1
                ? List.of(waves.get(0).id())
                : waves.stream().sorted().map(Wave::id).toList();
    }

    private void rows(String query, String where, RowCallbackHandler row, Object... values) {
        jdbc.query(Sql.of(query) + where, row, values);
    }

    Map<String, SeenFile> seenFiles() {
        Map<String, SeenFile> files = new HashMap<>();
        jdbc.query(Sql.of("seen_files"), row -> {
            files.put(
                    row.getString(1), new SeenFile(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
        });
        return files;
    }
}
