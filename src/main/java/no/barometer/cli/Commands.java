package no.barometer.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        })
public final class Commands {
    /** By name, in the order of the usage. */
    static final Map<String, Class<?>> ALL = all();

    private Commands() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("run", RunCommand.class);
        all.put("check", CheckCommand.class);
        all.put("trace", TraceCommand.class);
        all.put("status", StatusCommand.class);
        all.put("schema", SchemaCommand.class);
        all.put("publish", PublishCommand.class);
        all.put("withdraw", WithdrawCommand.class);
        all.put("forget", ForgetCommand.class);
        all.put("schedule", ScheduleCommand.class);
        all.put("doctor", DoctorCommand.class);
        all.put("help", CommandLine.HelpCommand.class);
        return all;
    }

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
        String[] line = withCommand(args);
        CommandLine commands = commands(
                line[0], new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset));
        commands.setExecutionStrategy(parsed -> {
            before.run();
            return new CommandLine.RunLast().execute(parsed);
        });
        return commands.execute(line);
    }

    /** Runs a command line that prints elsewhere; its exit status. */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        String[] line = withCommand(args);
        return commands(line[0], out, err).execute(line);
    }

    /** Knows the command that is named; all where none is, or where help is asked for: each takes its time to set up. */
    private static CommandLine commands(String name, PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new Commands());
        Class<?> named = ALL.get(name);
        if (named == null || named.equals(CommandLine.HelpCommand.class)) {
            ALL.forEach(commands::addSubcommand);
        } else {
            commands.addSubcommand(name, named);
        }
        commands.setOut(out);
        commands.setErr(err);
        commands.registerConverter(YearMonth.class, as(YearMonth::parse, "a month such as 2026-11"));
        commands.registerConverter(LocalDate.class, as(LocalDate::parse, "a date such as 2026-11-01"));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, command));
        return commands;
    }

    private static <T> CommandLine.ITypeConverter<T> as(Function<String, T> reading, String expected) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (DateTimeException wrong) {
                throw new CommandLine.TypeConversionException("expected " + expected + "; found \"" + text + '"');
            }
        };
    }

    /** {@code run} is meant where options come without a command. */
    private static String[] withCommand(String... args) {
        boolean named = args.length > 0
                && (List.of("-h", "--help", "-V", "--version").contains(args[0]) || !args[0].startsWith("-"));
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
