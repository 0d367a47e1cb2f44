package no.barometer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import no.barometer.job.Forgetting;
import no.barometer.job.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a delivery, or all of a survey, and publishes the revision. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description =
                "Removes a delivery, or all deliveries of a survey, with all that rests on them, and publishes the"
                        + " revision. Their files must have left input/ before.")
final class ForgetCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Parameters(paramLabel = "SURVEY|DELIVERY", description = "Id of a survey, or path of a delivery below input/.")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        Logging.apply(settings.configuration().log());
        Terminal terminal = new Terminal(spec.commandLine().getOut(), options.quiet);
        Folders.require(settings.jobs(), "--jobs");
        Folders.require(settings.input(), "--input");
        Forgetting forgetting = new Forgetting(settings, name);
        return new LockedRun(settings, terminal, spec.commandLine().getErr()).call(runner -> {
            require(forgetting);
            return forgetting.with(runner);
        });
    }

    private void require(Forgetting forgetting) {
        try {
            if (forgetting.deliveries().isEmpty()) {
                throw new UsageException(
                        "No survey and no delivery is called \"" + name + "\". \"barometer status\" lists them.");
            }
            List<String> there = forgetting.stillThere();
            if (!there.isEmpty()) {
                throw new UsageException("Still in input/, where the next run would find it again: "
                        + String.join(", ", there) + ". Take it out first.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
