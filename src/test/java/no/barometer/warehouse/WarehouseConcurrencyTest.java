package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import no.barometer.survey.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
@Timeout(120)
class WarehouseConcurrencyTest {
    @Parameter
    TestDatabase kind;

    @TempDir
    Path folder;

    private HikariDataSource database;
    private Warehouse warehouse;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        database = kind.open(folder);
        warehouse = new Warehouse(database);
        threads = Executors.newFixedThreadPool(8);
    }

    @AfterEach
    void close() {
        if (database != null) {
            threads.shutdownNow();
            database.close();
        }
    }

    @Test
    void readersSeeWholeBundlesOnly() throws Exception {
        warehouse.replace(filled(0, 100), 0);
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> reader = threads.submit(() -> {
            int reads = 0;
            while (!done.get()) {
                List<Double> values = warehouse.observations("media").stream()
                        .map(Observation::value)
                        .toList();
                double first = values.get(0);
                assertThat(values).hasSize(100 + (int) first).containsOnly(first);
                reads++;
            }
            return reads;
        });

        for (int i = 1; i <= 30; i++) {
            warehouse.replace(filled(i, 100 + i), i);
        }
        done.set(true);

        assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void bundlesLoadedFromManyThreadsAllStand() throws Exception {
        List<Future<?>> loads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            BundleLoad load = Loads.bundle("bundle-" + i, i + ".xlsx", Loads.year(1980 + i % 20), new double[10 + i]);
            loads.add(threads.submit(() -> warehouse.replace(load, 1)));
        }
        for (Future<?> load : loads) {
            load.get(60, TimeUnit.SECONDS);
        }

        assertThat(warehouse.deliveries()).hasSize(40);
        assertThat(warehouse.observations("media")).hasSize(40 * 10 + 40 * 39 / 2);
        assertThat(warehouse.waves("media")).hasSize(20);
    }

    @Test
    void secondProgramFindsTheFirstOnesDimensions() {
        Warehouse other = new Warehouse(database);
        warehouse.replace(Loads.bundle("a", "a.xlsx", Loads.WAVE_2024, 1), 1);
        other.replace(Loads.bundle("b", "b.xlsx", Loads.WAVE_2025, 2, 3), 1);

        warehouse.replace(Loads.bundle("c", "c.xlsx", Loads.WAVE_2025, 4, 5, 6), 1);

        assertThat(warehouse.observations("media").stream().map(Observation::value))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    }

    private static BundleLoad filled(double value, int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, values);
    }
}
