package no.barometer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import no.barometer.job.Failure;
import no.barometer.job.RunLock;
import no.barometer.job.Runner;
import no.barometer.job.Settings;
import no.barometer.job.Telling;
import no.barometer.problem.Problem;

/** A run that holds the lock, stops at a safe place when the process is asked to end, and prints what it came to. */
final class LockedRun {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A pattern that is wrong ails thousands of deliveries alike; the report has them all. */
    private static final int MOST_OF_A_KIND = 20;

    private final Settings settings;
    private final Terminal terminal;
    private final PrintWriter err;
    private final Telling telling;

    LockedRun(Settings settings, Terminal terminal, PrintWriter err) {
        this.settings = settings;
        this.terminal = terminal;
        this.err = err;
        this.telling = new Telling(settings.configuration().tell());
    }

    /** What a runner is to do. */
    interface Work {
        Runner.Summary of(Runner runner) throws IOException;
    }

    /** Work that is no run: the exit status, which it says itself if it gets the lock. */
    int hold(Callable<Integer> work) throws Exception {
        Optional<RunLock> lock = lock();
        if (lock.isEmpty()) {
            return another();
        }
        try (RunLock held = lock.get()) {
            return held.held() ? work.call() : another();
        }
    }

    private int another() {
        String holder = RunLock.heldBy(settings).orElse("another process");
        err.println("Another run is under way: " + holder + ". Wait for it, or say --wait.");
        return ExitCode.ANOTHER_RUN;
    }

    /** The exit status. */
    int call(Work work) throws Exception {
        Optional<RunLock> lock = lock();
        if (lock.isEmpty()) {
            return another();
        }
        try (RunLock held = lock.get()) {
            Runner runner = new Runner(settings, terminal, held::held);
            Thread stopping = new Thread(() -> stop(runner), "stop");
            Runtime.getRuntime().addShutdownHook(stopping);
            try {
                Runner.Summary summary = work.of(runner);
                telling.ended(summary.note(), settings.output());
                return print(summary);
            } catch (UsageException wrong) {
                throw wrong;
            } catch (IOException | RuntimeException failed) {
                telling.failed(Failure.known(failed).orElse(String.valueOf(failed.getMessage())), settings.output());
                throw failed;
            } finally {
                unhook(stopping);
            }
        }
    }

    private void stop(Runner runner) {
        boolean safe = runner.stop(PATIENCE);
        err.println(safe ? "Stopped; the next run goes on from here." : "Ended in the middle of a change.");
    }

    private static void unhook(Thread stopping) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException ending) {
            // the process is being ended, and waits for the hook
        }
    }

    private Optional<RunLock> lock() throws InterruptedException {
        Optional<RunLock> lock = RunLock.take(settings);
        while (lock.isEmpty() && settings.waiting()) {
            TimeUnit.MILLISECONDS.sleep(500);
            lock = RunLock.take(settings);
        }
        return lock;
    }

    private int print(Runner.Summary summary) {
        List<Problem> problems = summary.problems();
        terminal.problems(problems, MOST_OF_A_KIND);
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
        } else if (!summary.waiting().isEmpty()) {
            summary.held().forEach(line -> terminal.line("to confirm: %s", line));
            terminal.line(
                    "release %s waits%s: %s. %s",
                    summary.waiting(),
                    summary.embargo().isEmpty() ? "" : " until " + summary.embargo(),
                    settings.output().resolve("draft").resolve("index.html"),
                    next(summary));
        } else {
            terminal.line("nothing new to publish");
            if (!summary.embargo().isEmpty()) {
                terminal.line("under embargo: nothing is published before %s", summary.embargo());
            }
        }
        return summary.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private static String next(Runner.Summary summary) {
        if (summary.approved() && !summary.embargo().isEmpty()) {
            return "The first run or publish after that publishes it.";
        }
        return "Look at it, then say \"barometer publish" + (summary.held().isEmpty() ? "" : " --confirm") + "\".";
    }
}
