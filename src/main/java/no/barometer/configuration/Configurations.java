package no.barometer.configuration;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.system.ApplicationHome;

/** Reads the configuration from where it may stand; what comes later counts. */
public final class Configurations {
    public static final String FILE = "application.yaml";

    private Configurations() {}

    /**
     * {@code application.yaml} beside the launcher (or the jar, without one), that of the working folder, the environment,
     * the command line.
     *
     * @param options key to value, of the command line
     * @throws BadConfiguration if a key is not known or a value cannot be used
     */
    public static Configuration read(Map<String, String> options) {
        String launcher = System.getProperty("barometer.home", "");
        Path home = launcher.isEmpty()
                ? new ApplicationHome(Configurations.class).getDir().toPath()
                : Path.of(launcher);
        return read(home, Path.of(""), System.getenv(), options);
    }

    static Configuration read(Path home, Path working, Map<String, String> environment, Map<String, String> options) {
        return Binding.bind(Sources.file(home.resolve(FILE))
                .under(Sources.file(working.resolve(FILE)))
                .under(Sources.environment(environment))
                .under(Sources.commandLine(options)));
    }
}
