package no.barometer.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.Migrations;
import no.barometer.warehouse.SeenFile;
import org.jspecify.annotations.Nullable;

/** The warehouse of a run, opened and brought to the newest schema while the run reads its definitions. */
final class Opening implements AutoCloseable {
    private final Meanwhile<Opened> opening;

    /** @param hashing hashes of a warehouse that has seen nothing yet */
    private record Opened(
            HikariDataSource database, @Nullable Meanwhile<List<SeenFile>> hashing) {}

    /** @param all hashes all files: done while a warehouse is made that has seen none of them */
    Opening(Settings settings, Callable<List<SeenFile>> all) {
        opening = new Meanwhile<>("warehouse", () -> {
            Meanwhile<List<SeenFile>> hashing =
                    Databases.isMissing(settings.warehouse()) ? new Meanwhile<>("hashing", all) : null;
            HikariDataSource database = Runner.open(settings);
            try {
                if (hashing == null && Migrations.isEmpty(database)) {
                    hashing = new Meanwhile<>("hashing", all);
                }
                if (hashing != null) {
                    new Meanwhile<>("job", JobStart::ready);
                }
                Migrations.migrate(database);
                return new Opened(database, hashing);
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        });
    }

    /** Waits for it; throws what opening threw. */
    HikariDataSource database() throws IOException {
        return opening.get().database();
    }

    /** Whether the warehouse was made just now. */
    boolean isNew() throws IOException {
        return opening.get().hashing() != null;
    }

    /** What hashing all files told, where the warehouse is new. */
    List<SeenFile> hashed() throws IOException {
        Meanwhile<List<SeenFile>> hashing = opening.get().hashing();
        return hashing == null ? List.of() : hashing.get();
    }

    @Override
    public void close() {
        try {
            database().close();
        } catch (IOException | RuntimeException neverOpened) {
            // told already, or of no interest beside what came first
        }
    }
}
