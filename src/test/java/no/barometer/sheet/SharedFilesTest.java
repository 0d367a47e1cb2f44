package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import org.junit.jupiter.api.Test;

class SharedFilesTest {
    private static final ReadOptions BACKSLASH =
            new ReadOptions("", "", "", "\\", false, false, false, false, ReadOptions.Bounds.DEFAULT);

    @Test
    void endsEveryWorkbookInAReadingOrAFaultWithinSeconds() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Shared.data("workbooks"))) {
            files = folder.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
        assertThat(files).hasSizeGreaterThan(300);
        Map<String, Integer> summary = new TreeMap<>();
        for (Path file : files) {
            long start = System.nanoTime();
            Reading reading = Reading.of(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(seconds).as(file.toString()).isLessThan(10);
            String outcome = (reading.whole ? "read" : "rejected")
                    + reading.kinds().stream().distinct().map(Kind::code).collect(Collectors.joining(", ", " ", ""));
            summary.merge(outcome, 1, Integer::sum);
            assertThat(reading.whole && reading.cells.isEmpty())
                    .as(file.toString())
                    .isFalse();
            assertThat(reading.whole || !reading.problems.isEmpty())
                    .as(file.toString())
                    .isTrue();
            if (Boolean.getBoolean("sweep.verbose")) {
                System.out.printf("%5.2f %6d %s%n", seconds, reading.cells.size(), file.getFileName());
                reading.problems.stream()
                        .limit(4)
                        .forEach(p -> System.out.println(
                                "        " + p.at() + " | " + p.kind() + " | " + p.found() + " | " + p.expected()));
            }
        }
        System.out.println("workbooks: " + summary);
    }

    @Test
    void readsTheWorldBanksBiff8Series() {
        Reading pak = Reading.of(Shared.data("series/pak.xls"));
        assertThat(pak.whole).isTrue();
        pak.cells.entrySet().stream().limit(12).forEach(System.out::println);
    }
}
