package no.barometer.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Configurations;
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

    @Option(names = "--jobs", paramLabel = "DIR", description = "Folder of definitions (default: jobs).")
    @Nullable
    String jobs;

    @Option(names = "--input", paramLabel = "DIR", description = "Folder of deliveries (default: input).")
    @Nullable
    String input;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of releases and reports (default: output).")
    @Nullable
    String output;

    @Option(
            names = "--warehouse",
            paramLabel = "JDBC-URL",
            description = "Warehouse; user and password come from the environment or a file"
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
    @Nullable
    Integer threads;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of application.yaml, such as site.url; may stand several times.")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--quiet", description = "Prints faults only.")
    boolean quiet;

    @Option(names = "--wait", description = "Waits for another run to end.")
    boolean waiting;

    Settings settings() {
        return settings(configuration());
    }

    Settings settings(Configuration configuration) {
        LocalDate day = date != null ? date : LocalDate.now(ZoneId.systemDefault());
        return Settings.of(configuration, period != null ? period : YearMonth.from(day), day, waiting);
    }

    /**
     * What files, environment and command line say.
     *
     * @throws no.barometer.configuration.BadConfiguration if a key is not known or a value cannot be used
     */
    Configuration configuration() {
        Map<String, String> given = new LinkedHashMap<>(set);
        put(given, "jobs", jobs);
        put(given, "input", input);
        put(given, "output", output);
        put(given, "threads", threads);
        put(given, "warehouse.url", warehouse);
        return Configurations.read(given);
    }

    private static void put(Map<String, String> given, String key, @Nullable Object value) {
        if (value != null) {
            given.put(key, value.toString());
        }
    }
}
