package no.barometer.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import no.barometer.job.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class Options {
    /** Languages of the terminal. */
    enum Language {
        NB,
        NN,
        EN
    }

    @Option(names = "--jobs", paramLabel = "DIR", description = "Folder of definitions (default: ${DEFAULT-VALUE}).")
    Path jobs = Path.of("jobs");

    @Option(names = "--input", paramLabel = "DIR", description = "Folder of deliveries (default: ${DEFAULT-VALUE}).")
    Path input = Path.of("input");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of releases and reports (default: ${DEFAULT-VALUE}).")
    Path output = Path.of("output");

    @Option(
            names = "--warehouse",
            paramLabel = "JDBC-URL",
            description = "Warehouse; user and password come from BAROMETER_WAREHOUSE_USER and _PASSWORD"
                    + " (default: an embedded H2 file beside the output folder).")
    @Nullable
    String warehouse;

    @Option(names = "--period", paramLabel = "yyyy-MM", description = "Names the release (default: this month).")
    @Nullable
    YearMonth period;

    @Option(names = "--date", paramLabel = "yyyy-MM-dd", description = "The date a release carries (default: today).")
    @Nullable
    LocalDate date;

    @Option(names = "--lang", paramLabel = "nb|nn|en", description = "Language of the terminal (default: en).")
    Language lang = Language.EN;

    @Option(names = "--threads", paramLabel = "N", description = "Bundles read at the same time (default: all cores).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Prints faults only.")
    boolean quiet;

    @Option(names = "--wait", description = "Waits for another run to end.")
    boolean waiting;

    Settings settings() {
        LocalDate day = date != null ? date : LocalDate.now(ZoneId.systemDefault());
        return new Settings(
                jobs,
                input,
                output,
                warehouse != null ? warehouse : Settings.embedded(output),
                period != null ? period : YearMonth.from(day),
                day,
                Math.max(1, threads),
                waiting);
    }
}
