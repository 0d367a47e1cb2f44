package no.barometer.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.barometer.job.Settings;
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

    @Mixin
    private Embargo embargo = new Embargo();

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
                embargo.until(settings.configuration().schedule().zone());
        return new LockedRun(settings, terminal, err)
                .call(runner -> runner.gated(draft, until).run());
    }
}
