package no.barometer.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import no.barometer.warehouse.Databases;

/**
 * What a run is told.
 *
 * @param warehouse JDBC URL; an embedded H2 file beside {@code output/} unless said otherwise
 * @param period names the release
 * @param date the date a release carries
 * @param threads bundles read at the same time
 * @param waiting whether to wait for another run to end
 */
public record Settings(
        Path jobs,
        Path input,
        Path output,
        String warehouse,
        YearMonth period,
        LocalDate date,
        int threads,
        boolean waiting) {

    /** The embedded warehouse beside an output folder. */
    public static String embedded(Path output) {
        return Databases.embedded(output.toAbsolutePath().resolve("..").normalize());
    }
}
