package no.barometer.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.barometer.job.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes what is new in input, loads it, publishes to output. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Takes what is new in input/, loads it, publishes to output/ and prints a short summary.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Option(names = "--draft", description = "Builds output/draft with everything but the link; publish releases it.")
    private boolean draft;

    @Option(
            names = "--embargo",
            paramLabel = "TIME",
            description = "Publishes nothing before this date and time (2026-12-01T08:00), or lifts an embargo (none).")
    private @Nullable String embargo;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        Logging.apply(settings.configuration().log());
        PrintWriter err = spec.commandLine().getErr();
        Terminal terminal = new Terminal(spec.commandLine().getOut(), options.quiet);
        Folders.require(settings.jobs(), "--jobs");
        Folders.require(settings.input(), "--input");
        Optional<Instant> until =
                Embargo.of(embargo, settings.configuration().schedule().zone());
        return new LockedRun(settings, terminal, err)
                .call(runner -> runner.gated(draft, until).run());
    }
}
