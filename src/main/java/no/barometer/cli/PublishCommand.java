package no.barometer.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.barometer.job.Releasing;
import no.barometer.job.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Somebody approves the draft. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes output/draft unchanged, or approves it until its embargo is over.")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Option(names = "--confirm", description = "Says that the figures that hold the draft back were looked at.")
    private boolean confirm;

    @Mixin
    private Embargo embargo = new Embargo();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        Terminal terminal = new Terminal(spec.commandLine().getOut(), options.quiet);
        Optional<Instant> until =
                embargo.until(settings.configuration().schedule().zone());
        return new LockedRun(settings, terminal, spec.commandLine().getErr()).hold(() -> {
            Releasing.Published outcome = new Releasing(settings).publish(confirm, until);
            outcome.held().forEach(line -> terminal.line("to confirm: %s", line));
            if (!outcome.refusal().isEmpty()) {
                throw new UsageException(outcome.refusal());
            }
            if (outcome.release().isEmpty()) {
                terminal.line(
                        "approved, and under embargo until %s: the first run or publish after that publishes it",
                        outcome.embargo());
            } else {
                terminal.line(
                        "published %s: %s",
                        outcome.release(), settings.output().resolve("latest").resolve("index.html"));
            }
            return ExitCode.DONE;
        });
    }
}
