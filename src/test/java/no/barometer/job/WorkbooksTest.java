package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every workbook of other people's through {@code check}, as a researcher would drop it. What became of each, in how many
 * seconds and with how much memory at most, is written to {@code target/workbooks.csv}.
 */
class WorkbooksTest {
    private static final Path WORKBOOKS = Path.of("../shared/data/workbooks");
    private static final Pattern JARGON = Pattern.compile("Exception|org\\.apache|java\\.|\\bnull\\b|\\.\\.");
    private static final String DEFINITION = """
            survey: books
            title: {en: Workbooks}
            deliveries:
              - files: "*"
                layout: series
                wave: row 1
                items: column A
                figures: number
                sheets: /.*/
            """;

    @TempDir
    Path folder;

    @Test
    void endsEachInAReadingOrInFaultsThatSayWhatToDo() throws IOException {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(WORKBOOKS).isDirectory();
        }
        assumeTrue(Files.isDirectory(WORKBOOKS), "no " + WORKBOOKS);
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("books.yaml"), DEFINITION);
        StringBuilder table = new StringBuilder("file,outcome,seconds,peak_megabytes,first_fault\n");
        Map<String, Integer> summary = new TreeMap<>();
        try (Stream<Path> files = Files.list(WORKBOOKS)) {
            for (Path file : files.sorted().toList()) {
                String outcome = check(file, table);
                summary.merge(outcome, 1, Integer::sum);
            }
        }
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("workbooks.csv"), table);
        System.out.println("workbooks through check: " + summary);
        assertThat(summary.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(300);
    }

    private String check(Path file, StringBuilder table) throws IOException {
        String name = file.getFileName().toString();
        Path input = folder.resolve("input");
        Files.createDirectories(input);
        Path delivery = Files.copy(file, input.resolve(name));
        Fixture.rest(delivery);
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Checking.Result result = new Checking(Fixture.settings(folder, 1), Progress.SILENT).check(List.of());
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = pools.stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        Files.delete(delivery);
        assertThat(result.deliveries()).as(name).isEqualTo(1);
        assertThat(seconds).as(name).isLessThan(60);
        for (Problem problem : result.problems()) {
            assertThat(problem.at().delivery()).as(name).isEqualTo(name);
            assertThat(problem.message()).as(name).matches("(?s).{20,}[.?!]");
            if (problem.at().cell().isEmpty()) {
                assertThat(problem.found()).as(name).doesNotContainPattern(JARGON);
            }
        }
        assertThat(result.rejected() == 1)
                .as(name)
                .isEqualTo(result.problems().stream().anyMatch(Problem::isError));
        String outcome = (result.rejected() == 0 ? "read" : "rejected")
                + result.problems().stream()
                        .map(problem -> " " + problem.kind().code())
                        .distinct()
                        .sorted()
                        .limit(3)
                        .collect(Collectors.joining());
        String first = result.problems().stream()
                .findFirst()
                .map(problem -> problem.at() + ": " + problem.message())
                .orElse("");
        table.append(String.format(
                Locale.ROOT, "%s,%s,%.2f,%d,%s%n", quoted(name), outcome, seconds, peak >> 20, quoted(first)));
        return outcome;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
