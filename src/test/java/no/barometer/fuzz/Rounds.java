package no.barometer.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the rounds are: short in every build, {@code -Dfuzz.mutations=20000} in a full round. */
final class Rounds {
    static final long SEED = Long.getLong("fuzz.seed", 20_261_101L);
    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 800);

    private Rounds() {}

    static int deliveries() {
        return MUTATIONS * 3 / 4;
    }

    static int definitions() {
        return MUTATIONS / 4;
    }

    /** Where a file that was too much for a reader is kept, to become a fixture. */
    static Path keep(int mutation, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/fuzz"));
        Path file = folder.resolve(mutation + "-" + name);
        Files.deleteIfExists(file);
        return file;
    }
}
