package no.barometer.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import no.barometer.job.Checking;
import no.barometer.job.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads and checks as a run does, and changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads and checks deliveries as run does, lists every fault and the codebook found, and changes nothing.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Option(
            names = "--annotate",
            description =
                    "Writes a copy of every faulty delivery, with each fault in its cell, to output/reports/check.")
    private boolean annotate;

    @Parameters(paramLabel = "FILE", description = "Only these deliveries (default: all of input/).")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Settings settings = options.settings();
        Folders.require(settings.jobs(), "--jobs");
        Folders.require(settings.input(), "--input");
        Terminal terminal = new Terminal(spec.commandLine().getOut(), options.quiet);
        Checking checking = new Checking(settings, terminal);
        files.forEach(file -> require(settings.input(), checking.below(file)));
        Checking.Result result =
                checking.check(files.stream().map(checking::below).toList(), annotate);
        terminal.problems(result.problems());
        result.codebook().forEach(line -> terminal.line("%s", line));
        result.annotated().forEach((delivery, copy) -> terminal.line("annotated: %s", copy));
        terminal.line(
                "%s checked, %d would be rejected", Terminal.count(result.deliveries(), "delivery"), result.rejected());
        return result.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private static void require(Path input, String delivery) {
        Path folder = input.toAbsolutePath().normalize();
        Path file = folder.resolve(delivery).normalize();
        if (!file.startsWith(folder) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("There is no delivery " + delivery + " in " + input + ".");
        }
    }
}
