package no.barometer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import no.barometer.layout.Layouts;
import no.barometer.problem.Problem;
import no.barometer.sheet.Bound;
import no.barometer.sheet.Bounds;
import no.barometer.sheet.ReadOptions;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.sheet.Spreadsheets;
import no.barometer.survey.Block;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real deliveries, damaged. Each must end in a reading or in a fault, soon, and the fault must speak to a researcher.
 * Mutation number n of a seed is always the same.
 */
class DeliveriesFuzzTest {
    private static final long LARGEST = 100_000;
    private static final Path INPUT = Path.of("input");
    private static final Path WORKBOOKS = Path.of("../shared/data/workbooks");
    private static final Bounds BOUNDS = Bounds.DEFAULT.with(Bound.SECONDS, 20);
    private static final ReadOptions OPTIONS = new ReadOptions("", "", "", "", false, false, false, false, BOUNDS);

    private final Outcomes outcomes = new Outcomes();

    @TempDir
    Path folder;

    /** A file to damage. @param survey whose block reads it, or null where it is only read as rows */
    private record Seed(Path file, byte[] bytes, Optional<Reader> reader) {}

    private record Reader(Survey survey, Block block, String delivery, Map<String, String> captured) {}

    @Test
    void endsEveryDamagedDeliveryInAReadingOrAFault() throws IOException {
        List<Seed> seeds = seeds();
        List<String> failures = new ArrayList<>();
        int rounds = Rounds.deliveries();
        for (int i = 0; i < rounds; i++) {
            Random random = new Random(Rounds.SEED + i);
            Seed seed = seeds.get(i % seeds.size());
            String name = seed.file().getFileName().toString();
            byte[] damaged = damaged(name, seed.bytes(), random);
            Path file = Files.write(folder.resolve(name), damaged);
            String which = "mutation " + i + " of " + name;
            try {
                read(seed, file, which);
            } catch (RuntimeException | Error e) {
                Files.copy(file, Rounds.keep(i, name));
                failures.add(which + ": " + e);
            }
            Files.delete(file);
        }
        outcomes.print("deliveries", rounds);
        assertThat(failures).isEmpty();
    }

    private void read(Seed seed, Path file, String which) {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        Rows rows = new Rows();
        boolean whole = Spreadsheets.read(file, file.getFileName().toString(), OPTIONS, rows, problems::add);
        outcomes.add(whole, problems);
        assertThat(whole || problems.stream().anyMatch(Problem::isError))
                .as("%s is refused with an error", which)
                .isTrue();
        assertThat(whole && rows.count == 0)
                .as("%s is not taken for empty", which)
                .isFalse();
        seed.reader()
                .ifPresent(one -> problems.addAll(
                        Layouts.read(one.survey(), one.block(), file, one.delivery(), one.captured(), BOUNDS)
                                .problems()));
        problems.forEach(problem -> Outcomes.assertReadable(problem, which));
        assertThat((System.nanoTime() - start) / 1e9).as(which).isLessThan(60);
    }

    private static byte[] damaged(String name, byte[] bytes, RandomGenerator random) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]$")
                ? XlsxMutation.of(bytes, random)
                : ByteMutation.of(bytes, random);
    }

    private static List<Seed> seeds() throws IOException {
        List<Survey> surveys = Definitions.read(Path.of("jobs"));
        List<Seed> seeds = new ArrayList<>();
        for (Path folder : List.of(INPUT, WORKBOOKS)) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) > 0
                            && Files.size(file) < LARGEST
                            && !file.getFileName().toString().startsWith(".")) {
                        String delivery = folder.relativize(file).toString().replace('\\', '/');
                        seeds.add(new Seed(file, Files.readAllBytes(file), reader(surveys, folder, delivery)));
                    }
                }
            }
        }
        return seeds;
    }

    private static Optional<Reader> reader(List<Survey> surveys, Path folder, String delivery) {
        for (Survey survey : folder.equals(INPUT) ? surveys : List.<Survey>of()) {
            for (Block block : survey.deliveries()) {
                Optional<Map<String, String>> captured = block.files().match(delivery);
                if (captured.isPresent()) {
                    return Optional.of(new Reader(survey, block, delivery, captured.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static final class Rows implements RowSink {
        private long count;

        @Override
        public boolean sheet(SheetInfo sheet) {
            return true;
        }

        @Override
        public void row(SourceRow row) {
            count++;
            for (int c = 1; c <= row.width(); c++) {
                row.text(c);
            }
        }
    }
}
