package no.barometer.warehouse;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Observation;

/** Measures by hand how fast facts are loaded and read; run its main with a JDBC URL or none. */
final class InsertRate {
    private static final int BUNDLES = 2_000;
    private static final int ROWS = 700;

    private InsertRate() {}

    public static void main(String[] args) throws Exception {
        String url = args.length > 0 ? args[0] : Databases.embedded(Files.createTempDirectory("insert-rate"));
        try (HikariDataSource database = Databases.open(url)) {
            timed("migrate", 1, () -> Migrations.migrate(database));
            timed("migrate again", 1, () -> Migrations.migrate(database));
            Warehouse warehouse = new Warehouse(database);
            BundleLoad large = bundle("large", 1_000_000);
            timed("one bundle of 1 000 000", 1_000_000, () -> warehouse.replace(large, 1));
            timed("the same replaced", 1_000_000, () -> warehouse.replace(large, 2));
            timed("read", 1_000_000, () -> warehouse.observations("rate"));
            warehouse.remove(large.key());
            List<BundleLoad> loads = new ArrayList<>();
            for (int i = 0; i < BUNDLES; i++) {
                loads.add(bundle("bundle-" + i, ROWS));
            }
            timed(
                    BUNDLES + " bundles one by one",
                    BUNDLES * ROWS,
                    () -> loads.forEach(load -> warehouse.replace(load, 3)));
            timed(BUNDLES + " bundles replaced in hundreds", BUNDLES * ROWS, () -> {
                for (int i = 0; i < BUNDLES; i += 100) {
                    warehouse.replaceAll(loads.subList(i, i + 100), 4);
                }
            });
            List<PublishedEstimate> estimates = estimates(300_000);
            timed("release of 300 000", 300_000, () -> warehouse.recordRelease(release("1"), estimates));
            timed("the next one", 300_000, () -> warehouse.recordRelease(release("2"), estimates));
        }
    }

    private static void timed(String what, int rows, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-45s %8.2f s %,10.0f rows/s%n", what, seconds, rows / seconds);
    }

    private static BundleLoad bundle(String name, int rows) {
        String path = "tables/" + name + ".xlsx";
        List<Observation> observations = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            observations.add(new Observation(
                    "2024",
                    "question-" + i % 100,
                    i % 2 == 0 ? "" : "item-" + i % 7,
                    "answer-" + i % 5,
                    "region",
                    "group-" + i % 30,
                    "share",
                    "valid",
                    i * 0.001,
                    "percent",
                    1000.0 + i % 50,
                    null,
                    "",
                    "",
                    new Observation.Source(path, "Sheet " + i % 20, i / 30 % 1000 + 1, i % 30 + 1)));
        }
        return new BundleLoad(
                "rate",
                name,
                "f",
                List.of(new StoredDelivery("rate", "tables", path, "", 1, 1, "", "", List.of("2024"), name, rows, 0)),
                List.of(Loads.WAVE_2024),
                observations,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    private static List<PublishedEstimate> estimates(int rows) {
        List<PublishedEstimate> estimates = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            estimates.add(new PublishedEstimate(
                    "rate",
                    "table-" + i / 3000,
                    "2024",
                    LocalDate.of(2024, 1, 1),
                    "question-" + i % 100,
                    "",
                    "answer-" + i % 3000 / 30,
                    "region",
                    "group-" + i % 30,
                    "share",
                    "valid",
                    i * 0.001,
                    "percent",
                    1.0,
                    2.0,
                    3.0,
                    1000.0,
                    900.0,
                    null,
                    null,
                    "",
                    "",
                    "weighted",
                    "tables/a.xlsx, T" + i));
        }
        return estimates;
    }

    private static Release release(String name) {
        return new Release(name, LocalDate.of(2026, 11, 1), YearMonth.of(2026, 11), "output");
    }
}
