package no.barometer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import no.barometer.job.Trace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From a published figure back to its file and cell. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Follows published figures back to file, hash, sheet and cell (or the totals and the number of"
                + " respondents), the definition and the run.")
final class TraceCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Parameters(index = "0", paramLabel = "SURVEY/TABLE", description = "The table.")
    private String table = "";

    @Parameters(index = "1", paramLabel = "WAVE", description = "The wave, as in the tidy file.")
    private String wave = "";

    @Option(names = "--item", paramLabel = "ID", description = "Id of the item.")
    private @Nullable String item;

    @Option(names = "--answer", paramLabel = "ID", description = "Id of the answer.")
    private @Nullable String answer;

    @Option(names = "--breakdown", paramLabel = "ID", description = "Id of the breakdown (default: total).")
    private @Nullable String breakdown;

    @Option(names = "--group", paramLabel = "ID", description = "Id of the group.")
    private @Nullable String group;

    @Option(names = "--measure", paramLabel = "MEASURE", description = "share, top-2, net, mean, value …")
    private @Nullable String measure;

    @Option(names = "--release", paramLabel = "NAME", description = "Name of the release (default: the newest).")
    private @Nullable String release;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        String[] parts = table.split("/", -1);
        if (parts.length != 2) {
            throw new UsageException(
                    "Name the table as SURVEY/TABLE, such as trust-media/media; found \"" + table + "\".");
        }
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("wave", wave);
        put(filter, "item", item);
        put(filter, "answer", answer);
        put(filter, "breakdown", breakdown != null || group != null ? breakdown : "total");
        put(filter, "group", group);
        put(filter, "measure", measure);
        Trace trace = new Trace(options.settings());
        String of = release == null ? "" : release;
        List<String> lines = trace.lines(parts[0], parts[1], filter, of);
        if (lines.isEmpty()) {
            throw new UsageException(trace.missing(parts[0], parts[1], filter, of));
        }
        lines.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private static void put(Map<String, String> filter, String column, @Nullable String value) {
        if (value != null) {
            filter.put(column, value);
        }
    }
}
