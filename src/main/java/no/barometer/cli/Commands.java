package no.barometer.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import no.barometer.configuration.BadConfiguration;
import no.barometer.job.Failure;
import no.barometer.survey.BadDefinition;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Without a command it runs. */
@Command(
        name = "barometer",
        mixinStandardHelpOptions = true,
        version = "Barometer 1.0.0",
        description = "From survey spreadsheets to trend tables.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, also when there was nothing new",
            "1:the run failed",
            "2:wrong usage or a bad definition",
            "3:done, but at least one delivery was rejected",
            "4:another run is under way"
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            TraceCommand.class,
            StatusCommand.class,
            SchemaCommand.class,
            PublishCommand.class,
            WithdrawCommand.class,
            ForgetCommand.class,
            ScheduleCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Commands {
    private Commands() {}

    /** Runs a command line; its exit status. */
    public static int execute(String... args) {
        return execute(() -> {}, args);
    }

    /**
     * The same.
     *
     * @param before what ends before a command begins
     */
    public static int execute(Runnable before, String... args) {
        Charset charset =
                Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
        CommandLine commands =
                commands(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset));
        commands.setExecutionStrategy(parsed -> {
            before.run();
            return new CommandLine.RunLast().execute(parsed);
        });
        return commands.execute(withCommand(args, commands));
    }

    /** Runs a command line that prints elsewhere; its exit status. */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands = commands(out, err);
        return commands.execute(withCommand(args, commands));
    }

    private static CommandLine commands(PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new Commands());
        commands.setOut(out);
        commands.setErr(err);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, command));
        return commands;
    }

    /** {@code run} is meant where options come without a command. */
    private static String[] withCommand(String[] args, CommandLine commands) {
        boolean named = args.length > 0
                && (commands.getSubcommands().containsKey(args[0])
                        || List.of("-h", "--help", "-V", "--version").contains(args[0])
                        || !args[0].startsWith("-"));
        if (named) {
            return args;
        }
        String[] all = new String[args.length + 1];
        all[0] = "run";
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    private static int failed(Exception thrown, CommandLine command) {
        if (thrown instanceof BadDefinition bad) {
            new Terminal(command.getErr(), false).problems(bad.problems());
            return ExitCode.WRONG_USAGE;
        }
        if (thrown instanceof BadConfiguration bad) {
            new Terminal(command.getErr(), false).problems(bad.problems());
            return ExitCode.WRONG_USAGE;
        }
        if (thrown instanceof UsageException) {
            command.getErr().println(thrown.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        Optional<String> known = Failure.known(thrown);
        if (known.isPresent()) {
            command.getErr().println(known.get());
            return ExitCode.FAILED;
        }
        thrown.printStackTrace(command.getErr());
        return ExitCode.FAILED;
    }
}
