package no.barometer.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import no.barometer.job.Releasing;
import no.barometer.job.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a release back. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Takes a release back: its pages say so from then on, and its files are no longer published.")
final class WithdrawCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Parameters(paramLabel = "RELEASE", description = "Name of the release, such as 2026-11.2.")
    private String release = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason, which is published.")
    private String why = "";

    @Option(
            names = "--erase",
            description =
                    "Deletes its figures for good, also from the warehouse and from what later releases tell of it.")
    private boolean erase;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        Terminal terminal = new Terminal(spec.commandLine().getOut(), options.quiet);
        if (why.isBlank()) {
            throw new UsageException("Say why: --why \"…\". It is published in the release's place.");
        }
        return new LockedRun(settings, terminal, spec.commandLine().getErr()).hold(() -> {
            Optional<Releasing.Withdrawn> done = new Releasing(settings).withdraw(release, why.strip(), erase);
            if (done.isEmpty()) {
                throw new UsageException(
                        "There is no release \"" + release + "\" to withdraw. \"barometer status --json\" lists them.");
            }
            terminal.line("withdrew %s", release);
            if (!done.get().replacement().isEmpty()) {
                terminal.line(
                        "published %s, which says again what stood before",
                        done.get().replacement());
            }
            if (!done.get().alsoIn().isEmpty()) {
                terminal.line(
                        "the same figures also stand in %s",
                        String.join(", ", done.get().alsoIn()));
            }
            return ExitCode.DONE;
        });
    }
}
