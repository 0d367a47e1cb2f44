package no.barometer.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import no.barometer.configuration.Configuration;
import no.barometer.warehouse.Databases;

/**
 * What a run is told.
 *
 * @param warehouse JDBC URL; an embedded H2 file beside {@code output/} unless said otherwise
 * @param period names the release
 * @param date the date a release carries
 * @param threads bundles read at the same time
 * @param waiting whether to wait for another run to end
 * @param configuration everything else, and what of this stands there
 */
public record Settings(
        Path jobs,
        Path input,
        Path output,
        String warehouse,
        YearMonth period,
        LocalDate date,
        int threads,
        boolean waiting,
        Configuration configuration) {

    /** With all else left out. */
    public Settings(
            Path jobs,
            Path input,
            Path output,
            String warehouse,
            YearMonth period,
            LocalDate date,
            int threads,
            boolean waiting) {
        this(jobs, input, output, warehouse, period, date, threads, waiting, Configuration.DEFAULT);
    }

    public static Settings of(Configuration configuration, YearMonth period, LocalDate date, boolean waiting) {
        Path output = Path.of(configuration.output());
        String url = configuration.warehouse().url();
        int threads = configuration.threads();
        return new Settings(
                Path.of(configuration.jobs()),
                Path.of(configuration.input()),
                output,
                url.isEmpty() ? embedded(output) : url,
                period,
                date,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                waiting,
                configuration);
    }

    /** The embedded warehouse beside an output folder. */
    public static String embedded(Path output) {
        return Databases.embedded(output.toAbsolutePath().resolve("..").normalize());
    }
}
