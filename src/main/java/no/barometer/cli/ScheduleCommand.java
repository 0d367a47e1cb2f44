package no.barometer.cli;

import java.util.concurrent.Callable;
import no.barometer.configuration.Configuration;
import no.barometer.schedule.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One long-running process. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Runs by timetable and when new files have come to rest, until it is ended;"
                + " offers health and metrics on loopback.")
final class ScheduleCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = options.configuration();
        Logging.apply(configuration.log());
        Folders.require(options.settings(configuration).jobs(), "--jobs");
        Folders.require(options.settings(configuration).input(), "--input");
        Schedule.serve(configuration, () -> {
            if (!options.quiet) {
                spec.commandLine()
                        .getOut()
                        .println("waiting for " + configuration.schedule().cron() + " "
                                + configuration.schedule().zone()
                                + (configuration.schedule().watch() ? ", and for files" : ""));
                spec.commandLine().getOut().flush();
            }
        });
        return ExitCode.DONE;
    }
}
