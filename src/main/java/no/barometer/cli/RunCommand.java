package no.barometer.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import no.barometer.job.RunLock;
import no.barometer.job.Runner;
import no.barometer.job.Settings;
import no.barometer.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes what is new in input, loads it, publishes to output. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Takes what is new in input/, loads it, publishes to output/ and prints a short summary.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        Terminal terminal = new Terminal(spec.commandLine().getOut(), options.quiet);
        Folders.require(settings.jobs(), "--jobs");
        Folders.require(settings.input(), "--input");
        Optional<RunLock> lock = lock(settings);
        if (lock.isEmpty()) {
            String holder = RunLock.heldBy(RunLock.path(settings)).orElse("another process");
            spec.commandLine()
                    .getErr()
                    .println("Another run is under way: " + holder + ". Wait for it, or say --wait.");
            return ExitCode.ANOTHER_RUN;
        }
        try {
            return run(settings, terminal);
        } finally {
            lock.get().close();
        }
    }

    private static Optional<RunLock> lock(Settings settings) throws InterruptedException {
        Optional<RunLock> lock = RunLock.take(RunLock.path(settings));
        while (lock.isEmpty() && settings.waiting()) {
            TimeUnit.MILLISECONDS.sleep(500);
            lock = RunLock.take(RunLock.path(settings));
        }
        return lock;
    }

    private static int run(Settings settings, Terminal terminal) throws IOException {
        Runner.Summary summary = new Runner(settings, terminal).run();
        List<Problem> problems = summary.problems();
        terminal.problems(problems);
        long errors = problems.stream().filter(Problem::isError).count();
        terminal.line("%s loaded, %d rejected", Terminal.count(summary.deliveries(), "delivery"), summary.rejected());
        terminal.line(
                "%s, %s%s",
                Terminal.count(errors, "fault"),
                Terminal.count(problems.size() - errors, "warning"),
                problems.isEmpty() ? "" : ": " + summary.report());
        if (summary.released()) {
            terminal.line(
                    "%s changed, %s revised",
                    Terminal.count(summary.changedTables().size(), "table"),
                    Terminal.count(summary.revisions(), "figure"));
            terminal.line(
                    "published %s: %s",
                    summary.release(), settings.output().resolve("latest").resolve("index.html"));
        } else {
            terminal.line("nothing new to publish");
        }
        return summary.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }
}
