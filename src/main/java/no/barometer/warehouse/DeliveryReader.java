package no.barometer.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Wave;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what was delivered, within one snapshot. */
final class DeliveryReader {
    private final JdbcTemplate jdbc;

    DeliveryReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By survey, then block, then path. */
    List<StoredDelivery> deliveries() {
        Map<Integer, List<Wave>> waves = new HashMap<>();
        jdbc.query(Sql.of("delivery_waves"), row -> {
            waves.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                    .add(new Wave(
                            row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)));
        });
        return jdbc
                .query(
                        Sql.of("deliveries"),
                        (row, number) -> new StoredDelivery(
                                row.getString(1),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getString(8),
                                row.getString(9),
                                waves.getOrDefault(row.getInt(2), List.of()).stream()
                                        .sorted()
                                        .map(Wave::id)
                                        .toList(),
                                row.getString(10),
                                row.getLong(11),
                                row.getLong(12)))
                .stream()
                .sorted(Comparator.comparing(StoredDelivery::survey)
                        .thenComparing(StoredDelivery::block)
                        .thenComparing(StoredDelivery::path))
                .toList();
    }

    Map<BundleKey, String> bundleFingerprints() {
        Map<BundleKey, String> fingerprints = new HashMap<>();
        jdbc.query(Sql.of("bundle_fingerprints"), row -> {
            fingerprints.put(new BundleKey(row.getString(1), row.getString(2)), row.getString(3));
        });
        return fingerprints;
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
