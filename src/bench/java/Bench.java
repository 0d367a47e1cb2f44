import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times whole processes in pairs, ours and a peer's in turn, and writes medians, ratios and curves to {@code
 * src/bench/RESULTS.md}. Started by {@code src/bench/run.sh}, which lays out what is needed: {@code Bench ROOT BENCH WORK
 * [what …]}, {@code what} being names of works below, {@code curves}, or all.
 */
public class Bench {
    private static final int PAIRS = Integer.getInteger("pairs", 5);

    private final Path root;
    private final Path bench;
    private final Path work;
    private final List<String> wanted;
    private final List<String> table = new ArrayList<>();
    private final List<String> curves = new ArrayList<>();

    /** One finished process. */
    record Took(double wall, double cpu, double megabytes, int status) {}

    /** A command and the folder it is run in; {@code before} is done before each run and not timed. */
    record Job(Path folder, Runnable before, List<String> command) {
        static Job of(Path folder, String... command) {
            return new Job(folder, () -> {}, List.of(command));
        }
    }

    Bench(String[] args) {
        root = Path.of(args[0]).toAbsolutePath();
        bench = Path.of(args[1]).toAbsolutePath();
        work = Path.of(args[2]).toAbsolutePath();
        wanted = Arrays.asList(args).subList(3, args.length);
    }

    public static void main(String[] args) throws Exception {
        new Bench(args).all();
    }

    void all() throws Exception {
        Path csv = work.resolve("data/micro-1M.csv");
        Path small = work.resolve("data/micro-200k.xlsx");
        Path large = work.resolve("data/micro-1M.xlsx");
        compare("cells", "all cells of 200 000 x 31, xlsx; fastexcel", cells(small), peer("Xlsx", "fastexcel", small), 1.0, 0.5);
        compare("poi", "the same; POI's XSSFSheetXMLHandler", cells(small), peer("Xlsx", "poihandler", small), 0.3, 0);
        Job three = survey("csv3", List.of(csv), 3, false);
        Job twenty = survey("csv20", List.of(csv), 20, true);
        Job workbook = survey("xlsx200k", List.of(small), 3, false);
        compare("csv3", "csv of 1 M, 3 questions; DuckDB", three, peer("TrendDuck", csv, "-", "se", "3"), 1.5, 1.0);
        compare("csv20", "csv of 1 M, 20 questions; DuckDB", twenty, peer("TrendDuck", csv, "-", "se", "20"), 0.7, 0.5);
        compare("csv3r", "csv of 1 M, 3 questions; R survey", three, r(csv), 0.15, 0);
        compare("xlsx", "xlsx of 200 000, 3 questions; R readxl and survey", workbook, r(small), 0.2, 0.15);
        Job crosstabs = crosstabs();
        compare("crosstabs", "2 000 crosstab workbooks; fastexcel reading them", crosstabs,
                peer("Xlsx", "fastexcel", work.resolve("data/crosstabs")), 4, 2.2);
        compare("nothing", "nothing new; an empty job as a fat jar", nothingNew(), floor(), 0.6, 0.4);
        compare("cores-csv", "csv, 20 questions: two cores; one core", on("0,1", twenty), on("0", twenty), 1 / 1.5, 1 / 1.8);
        compare("cores-crosstabs", "crosstabs: two cores; one core", on("0,1", crosstabs), on("0", crosstabs), 1 / 1.5, 1 / 1.8);
        bounded("memory-csv", "csv of 1 M, 20 questions", twenty);
        bounded("memory-xlsx", "xlsx of 1 M, 3 questions", survey("xlsx1M", List.of(large), 3, false));
        archive();
        curves(csv);
        write();
    }

    private boolean skips(String name) {
        return !wanted.isEmpty() && !wanted.contains(name);
    }

    // what is run

    private List<String> java(String... more) {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx2g"));
        command.addAll(List.of(more));
        return command;
    }

    private Job peer(String main, Object... args) {
        List<String> command = java("-cp", work + "/classes:" + work + "/lib/*", main);
        Stream.of(args).map(Object::toString).forEach(command::add);
        return new Job(work, () -> {}, command);
    }

    private Job cells(Path file) {
        return new Job(work, () -> {}, java("-cp", work + "/cells:" + work + "/app/barometer.jar:" + work + "/app/lib/*", "Cells", file.toString()));
    }

    private Job r(Path file) {
        return Job.of(work, "Rscript", bench + "/r/w2_survey.R", file.toString(), work + "/r-out.csv.gz");
    }

    /** A survey of generated respondents from nothing: warehouse, publishing and all. */
    private Job survey(String name, List<Path> files, int questions, boolean multiple) throws IOException {
        Path folder = Files.createDirectories(work.resolve("surveys/" + name));
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("src/bench/jobs/generated.yaml"))) {
            boolean question = line.matches("  q\\d+:.*") && Integer.parseInt(line.replaceAll("  q(\\d+):.*", "$1")) > questions;
            if (!question && (multiple || !line.matches("  m[12]:.*"))) {
                lines.add(line);
            }
        }
        Files.write(Files.createDirectories(folder.resolve("jobs")).resolve("generated.yaml"), lines);
        Files.createDirectories(folder.resolve("input"));
        for (Path file : files) {
            Path link = folder.resolve("input").resolve(file.getFileName());
            Files.deleteIfExists(link);
            Files.createLink(link, file);
        }
        return fresh(folder);
    }

    private Job fresh(Path folder) {
        return new Job(folder, () -> clear(folder), List.of(root + "/barometer", "run", "--quiet", "--date", "2026-11-01",
                "--set", "bounds.rows=6000000"));
    }

    /** Twenty surveys of a hundred weeks, a workbook each. */
    private Job crosstabs() throws IOException {
        Path folder = work.resolve("surveys/crosstabs");
        String definition = Files.readString(root.resolve("src/bench/jobs/crosstabs.yaml"));
        for (int survey = 0; survey < 20; survey++) {
            String id = String.format("%02d", survey);
            Files.createDirectories(folder.resolve("input/s" + id));
            Files.writeString(
                    Files.createDirectories(folder.resolve("jobs")).resolve("crosstabs-" + id + ".yaml"),
                    definition.replace("NN", id));
            for (int week = 0; week < 100; week++) {
                String wave = week < 52 ? String.format("2012-W%02d", week + 1) : String.format("2013-W%02d", week - 51);
                Path link = folder.resolve("input/s" + id + "/crosstab-" + wave + ".xlsx");
                Files.deleteIfExists(link);
                Files.createLink(link, work.resolve(String.format("data/crosstabs/crosstab-%04d.xlsx", survey * 100 + week)));
            }
        }
        return fresh(folder);
    }

    /** The shipped surveys, published before. */
    private Job nothingNew() throws Exception {
        Path folder = Files.createDirectories(work.resolve("surveys/shipped"));
        Job run = Job.of(folder, root + "/barometer", "run", "--quiet", "--jobs", root + "/jobs", "--input", root + "/input");
        if (!skips("nothing")) {
            time(run);
        }
        return run;
    }

    private Job floor() {
        return Job.of(work.resolve("floor"), "java", "-jar", "floor-1.jar");
    }

    private static Job on(String cores, Job job) {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", cores));
        command.addAll(job.command());
        return new Job(job.folder(), job.before(), command);
    }

    private static void clear(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.toList()) {
                String name = one.getFileName().toString();
                if (name.equals("output") || name.startsWith("warehouse")) {
                    delete(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    // how it is timed

    private Took time(Job job) throws Exception {
        job.before().run();
        Path figures = work.resolve("time.txt");
        List<String> command = new ArrayList<>(List.of("/usr/bin/time", "-q", "-o", figures.toString(), "-f", "%e %U %S %M %x"));
        command.addAll(job.command());
        Path log = work.resolve("log.txt");
        new ProcessBuilder(command)
                .directory(job.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String[] took = Files.readString(figures).strip().split(" ");
        int status = Integer.parseInt(took[4]);
        if (status != 0) {
            throw new IllegalStateException(job.command() + " ended with " + status + ":\n" + Files.readString(log));
        }
        return new Took(Double.parseDouble(took[0]), Double.parseDouble(took[1]) + Double.parseDouble(took[2]),
                Double.parseDouble(took[3]) / 1024, status);
    }

    private void compare(String name, String what, Job ours, Job theirs, double bar, double stretch) throws Exception {
        if (skips(name)) {
            return;
        }
        List<Took> mine = new ArrayList<>();
        List<Took> peers = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            mine.add(time(ours));
            peers.add(time(theirs));
            ratios.add(mine.get(pair).wall() / peers.get(pair).wall());
        }
        double ratio = median(ratios);
        row("| %s | %d | %.2f | %.2f | %.2f | %.2f–%.2f | %.1f / %.1f | %.0f | %s | %s |", what, PAIRS,
                median(mine.stream().map(Took::wall).toList()), median(peers.stream().map(Took::wall).toList()), ratio,
                ratios.stream().mapToDouble(r -> r).min().orElse(0), ratios.stream().mapToDouble(r -> r).max().orElse(0),
                median(mine.stream().map(Took::cpu).toList()), median(peers.stream().map(Took::cpu).toList()),
                median(mine.stream().map(Took::megabytes).toList()), target(bar, ratio), target(stretch, ratio));
    }

    private static String target(double target, double ratio) {
        return target == 0 ? "" : String.format(Locale.ROOT, "%.2f %s", target, ratio <= target ? "reached" : "not reached");
    }

    /** Whether a work fits into a heap. */
    private void bounded(String name, String what, Job job) throws Exception {
        if (skips(name)) {
            return;
        }
        for (int heap : new int[] {512, 256}) {
            List<String> command = new ArrayList<>(List.of("env", "BAROMETER_JAVA_OPTS=-Xmx" + heap + "m"));
            command.addAll(job.command());
            String outcome;
            try {
                Took took = time(new Job(job.folder(), job.before(), command));
                outcome = String.format(Locale.ROOT, "passes: %.1f s, %.0f MB resident", took.wall(), took.megabytes());
            } catch (IllegalStateException failed) {
                outcome = "fails";
            }
            curve("- %s at `-Xmx%dm`: %s", what, heap, outcome);
        }
    }

    /** Time and memory against what grows, with the exponent between the last two. */
    private void curves(Path csv) throws Exception {
        if (skips("curves")) {
            return;
        }
        List<Job> byRows = new ArrayList<>();
        List<Integer> rows = List.of(10_000, 100_000, 1_000_000, 5_000_000);
        for (int count : rows) {
            Path file = work.resolve("data/micro-" + count + ".csv");
            if (!Files.exists(file)) {
                time(peer("Gen", "csv", count, file));
            }
            byRows.add(survey("rows-" + count, List.of(file), 3, false));
        }
        curve("rows, 3 questions", rows, byRows);
        List<Job> byQuestions = new ArrayList<>();
        for (int questions : List.of(1, 5, 10, 20)) {
            byQuestions.add(survey("questions-" + questions, List.of(csv), questions, false));
        }
        curve("questions with a table each, 1 M rows", List.of(1, 5, 10, 20), byQuestions);
        Path some = work.resolve("data/micro-100000.csv");
        List<Job> byBreakdowns = new ArrayList<>();
        for (int breakdowns : List.of(1, 2, 4)) {
            byBreakdowns.add(survey("breakdowns-" + breakdowns, List.of(csv), 20, false));
            String definition = definition("breakdowns-" + breakdowns);
            List<String> kept = definition.lines().toList();
            int head = kept.indexOf("breakdowns:");
            rewrite("breakdowns-" + breakdowns, String.join("\n", kept.subList(0, head + 1 + breakdowns)) + "\n");
        }
        curve("breakdowns, 20 questions, 1 M rows", List.of(1, 2, 4), byBreakdowns);
        List<Job> byPsus = new ArrayList<>();
        List<Integer> psus = List.of(100, 1_000, 10_000, 100_000);
        for (int count : psus) {
            Path file = work.resolve("data/psus-" + count + ".csv");
            psus(csv, file, count);
            byPsus.add(survey("psus-" + count, List.of(file), 3, false));
            rewrite("psus-" + count, definition("psus-" + count).replace("micro-{part}", "psus-{part}"));
        }
        curve("PSUs a wave, 3 questions, 1 M rows in 10 waves", psus, byPsus);
        List<Job> byTables = new ArrayList<>();
        List<Integer> tables = List.of(10, 50, 250);
        for (int count : tables) {
            byTables.add(survey("tables-" + count, List.of(some), 10, false));
            StringBuilder definition = new StringBuilder(definition("tables-" + count)).append("tables:\n");
            for (int table = 0; table < count; table++) {
                definition.append("  t").append(table).append(": {question: q").append(1 + table % 10).append("}\n");
            }
            rewrite("tables-" + count, definition.toString());
        }
        curve("tables, 100 000 rows", tables, byTables);
    }

    /** A month's run with one new file on a warehouse of so many deliveries, and on one of 10. */
    private void archive() throws Exception {
        if (skips("archive")) {
            return;
        }
        for (int deliveries : List.of(100, 1_000, 10_000)) {
            archive(deliveries, 1);
        }
        archive(10_000, 24);
    }

    /** @param releases that are there before */
    private void archive(int deliveries, int releases) throws Exception {
        Process process = new ProcessBuilder(root.resolve("src/bench/archive/archive.sh").toString(),
                        work.resolve("archive").toString(), Integer.toString(PAIRS), Integer.toString(deliveries),
                        Integer.toString(releases))
                .redirectErrorStream(true).start();
        process.getInputStream().transferTo(System.out);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("archive.sh ended with " + process.exitValue());
        }
        for (String what : List.of("month", "nothing")) {
            curve("- archive of %,d deliveries%s, %s", deliveries,
                    releases == 1 ? "" : " and " + releases + " releases",
                    Files.readString(work.resolve("archive/result." + what)).strip());
        }
    }

    private String definition(String survey) throws IOException {
        return Files.readString(work.resolve("surveys/" + survey + "/jobs/generated.yaml"));
    }

    private void rewrite(String survey, String definition) throws IOException {
        Files.writeString(work.resolve("surveys/" + survey + "/jobs/generated.yaml"), definition);
    }

    /** The same respondents with so many PSUs in 20 strata of each of their ten waves. */
    private static void psus(Path csv, Path file, int count) throws IOException {
        try (Stream<String> lines = Files.lines(csv); BufferedWriter out = Files.newBufferedWriter(file)) {
            int row = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                if (row++ > 0) {
                    String[] fields = line.split(",", 6);
                    // a wave's rows are ten apart
                    fields[4] = Integer.toString(row / 10 % (count / 20));
                    line = String.join(",", fields);
                }
                out.write(line);
                out.write('\n');
            }
        }
    }

    private void curve(String what, List<Integer> sizes, List<Job> jobs) throws Exception {
        List<Took> took = new ArrayList<>();
        for (Job job : jobs) {
            took.add(time(job));
        }
        curve("%nSingle runs.%n%n| %s | wall s | cpu s | MB |%n|---:|---:|---:|---:|", what);
        for (int i = 0; i < sizes.size(); i++) {
            curve("| %,d | %.2f | %.2f | %.0f |", sizes.get(i), took.get(i).wall(), took.get(i).cpu(), took.get(i).megabytes());
        }
        int last = sizes.size() - 1;
        double exponent = Math.log(took.get(last).wall() / took.get(last - 1).wall())
                / Math.log(sizes.get(last) / (double) sizes.get(last - 1));
        curve("%nExponent of time between the last two: %.2f.", exponent);
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.size() % 2 == 1
                ? sorted.get(sorted.size() / 2)
                : (sorted.get(sorted.size() / 2 - 1) + sorted.get(sorted.size() / 2)) / 2;
    }

    private void row(String format, Object... args) {
        table.add(String.format(Locale.ROOT, format, args));
        System.out.println(table.get(table.size() - 1));
    }

    private void curve(String format, Object... args) {
        curves.add(String.format(Locale.ROOT, format, args));
        System.out.println(curves.get(curves.size() - 1));
    }

    private void write() throws Exception {
        String commit = new String(new ProcessBuilder("git", "-C", root.toString(), "rev-parse", "--short", "HEAD").start().getInputStream().readAllBytes()).strip();
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name")).findFirst().map(line -> line.replaceAll(".*:\\s*", "")).orElse("?");
        List<String> lines = new ArrayList<>();
        lines.add("# What was measured");
        lines.add("");
        lines.add("By `src/bench/run.sh`: whole processes, ours and a peer's in turn, medians. Start-up, warehouse and publishing are part of our time; the peers only compute or read.");
        lines.add("");
        lines.add("%s, commit %s, %d cores (%s), %s %s.".formatted(LocalDate.now(), commit, Runtime.getRuntime().availableProcessors(),
                processor, System.getProperty("java.vm.name"), Runtime.version()));
        lines.add("");
        lines.add("| work; peer | pairs | ours s | peer s | ratio | lowest–highest | cpu s | our MB | bar | stretch |");
        lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---|---|");
        lines.addAll(table);
        lines.add("");
        lines.addAll(curves);
        Files.write(root.resolve("src/bench/RESULTS.md"), lines);
    }
}
