package no.barometer.cli;

import java.util.concurrent.Callable;
import no.barometer.job.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What there is: deliveries, runs, tables, and who holds the warehouse. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows deliveries, runs, tables and their state, and who holds the warehouse.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Status status = Status.of(options.settings());
        spec.commandLine().getOut().print(json ? status.json() : status.text());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
