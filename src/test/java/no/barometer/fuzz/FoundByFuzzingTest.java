package no.barometer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What coverage-guided fuzzing once found, and the seeds it set out from, still pass: {@code src/test/resources/fuzz}. */
class FoundByFuzzingTest {
    private static final Path FOUND = Path.of("src/test/resources/fuzz");
    private static final Map<String, Consumer<byte[]>> FUZZERS = Map.of(
            "xlsx", XlsxFuzzer::fuzzerTestOneInput,
            "xls", XlsFuzzer::fuzzerTestOneInput,
            "csv", CsvFuzzer::fuzzerTestOneInput,
            "definition", DefinitionFuzzer::fuzzerTestOneInput,
            "number", NumberFuzzer::fuzzerTestOneInput);

    static Stream<Path> found() throws IOException {
        try (Stream<Path> files = Files.walk(FOUND)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("found")
    void passesNow(Path file) throws IOException {
        String fuzzer = file.getParent().getFileName().toString();
        assertThat(FUZZERS).containsKey(fuzzer);
        FUZZERS.getOrDefault(fuzzer, nobody -> {}).accept(Files.readAllBytes(file));
    }
}
