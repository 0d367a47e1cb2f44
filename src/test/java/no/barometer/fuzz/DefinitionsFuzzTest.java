package no.barometer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import no.barometer.survey.BadDefinition;
import no.barometer.survey.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real definitions, damaged: each is read, or refused with all its faults by line. */
class DefinitionsFuzzTest {
    @TempDir
    Path folder;

    @Test
    void readsOrRefusesEveryDamagedDefinition() throws IOException {
        Outcomes outcomes = new Outcomes();
        List<Path> seeds = new ArrayList<>();
        for (Path jobs : List.of(Path.of("jobs"), Path.of("src/test/resources"))) {
            try (Stream<Path> files = Files.walk(jobs)) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(seeds::add);
            }
        }
        int rounds = Rounds.definitions();
        for (int i = 0; i < rounds; i++) {
            Path seed = seeds.get(i % seeds.size());
            byte[] damaged = YamlMutation.of(Files.readAllBytes(seed), new Random(Rounds.SEED + i));
            Path file = Files.write(folder.resolve(seed.getFileName()), damaged);
            String which = "mutation " + i + " of " + seed;
            long start = System.nanoTime();
            try {
                Definitions.readFile(file);
                outcomes.add(true, List.of());
            } catch (BadDefinition bad) {
                assertThat(bad.problems()).as(which).isNotEmpty();
                outcomes.add(false, bad.problems());
                bad.problems().forEach(problem -> Outcomes.assertReadable(problem, which));
            } catch (RuntimeException | Error e) {
                Files.copy(file, Rounds.keep(i, seed.getFileName().toString()));
                throw new AssertionError(which, e);
            }
            assertThat((System.nanoTime() - start) / 1e9).as(which).isLessThan(20);
        }
        outcomes.print("definitions", rounds);
    }
}
