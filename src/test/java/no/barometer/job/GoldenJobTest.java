package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.barometer.publish.Portable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the real job over {@code golden/<case>}, once for {@code input} or for each of {@code input-1}, {@code input-2}, …,
 * and compares every byte that is published but the pages, and the problems of each run, with {@code expected}. With {@code
 * -Dgolden.update=true} it rewrites them; the diff is to be read before it is committed.
 */
class GoldenJobTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    /** Larger files are libraries; what is expected of them is their hash. */
    private static final int LARGE = 200_000;
    /** Pages, pictures and other formats say the same figures once more; {@code GoldenReleaseTest} holds one release. */
    private static final Pattern PAGES =
            Pattern.compile(".*\\.(html|svg|png|js|json|xml|ttl|jsonld|(xlsx|zip)\\.txt|excel\\.csv)(\\.sha256)?");

    private static final Pattern MANIFEST = Pattern.compile(".*manifest\\.json");
    /** The manifest's lists of files with their hashes. */
    private static final String TABLE_PAGES = "(?s),\\s*\"pages\" : \\{.*?\\n {10}\\}";

    private static final String FILES = "(?s),\\s*\"(?:files|downloads)\" : \\[.*?\\n *\\]|,\\s*\"made\" : \"\\w+\"";

    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> cases = Files.list(GOLDEN)) {
            return cases.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void publishesWhatIsExpectedByteForByte(String name) throws IOException {
        SortedMap<String, byte[]> published = withoutPages(publish(GOLDEN.resolve(name), folder, 2));
        Path expected = GOLDEN.resolve(name).resolve("expected");
        if (UPDATE) {
            Fixture.write(published, expected);
        }
        SortedMap<String, byte[]> wanted = Fixture.files(expected);
        assertThat(published.keySet()).containsExactlyElementsOf(wanted.keySet());
        wanted.forEach(
                (path, bytes) -> assertThat(text(published.get(path))).as(path).isEqualTo(text(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"respondents", "corrections", "faulty"})
    void publishesTheSameBytesWithAnyNumberOfThreads(String name) throws IOException {
        SortedMap<String, byte[]> one = publish(GOLDEN.resolve(name), folder.resolve("one"), 1);
        SortedMap<String, byte[]> seven = publish(GOLDEN.resolve(name), folder.resolve("seven"), 7);
        assertThat(seven.keySet()).containsExactlyElementsOf(one.keySet());
        one.forEach((path, bytes) -> assertThat(seven.get(path)).as(path).isEqualTo(bytes));
    }

    /** All releases and, of each run, its problems. */
    static SortedMap<String, byte[]> publish(Path golden, Path folder, int threads) throws IOException {
        Settings settings = Fixture.settings(folder, threads);
        Fixture.copy(golden.resolve("jobs"), settings.jobs());
        SortedMap<String, byte[]> published = new TreeMap<>();
        List<Path> inputs = inputs(golden);
        for (int i = 0; i < inputs.size(); i++) {
            Fixture.copy(inputs.get(i), settings.input());
            Runner.Summary summary = new Runner(settings, Progress.SILENT).run();
            published.put("problems-" + (i + 1) + ".csv", Files.readAllBytes(summary.report()));
        }
        Portable.of(Fixture.files(settings.output().resolve("releases"))).forEach((path, bytes) -> {
            boolean large = bytes.length > LARGE;
            published.put(large ? path + ".sha256" : path, large ? hash(bytes) : bytes);
        });
        return published;
    }

    private static SortedMap<String, byte[]> withoutPages(SortedMap<String, byte[]> published) {
        SortedMap<String, byte[]> rest = new TreeMap<>(published);
        rest.keySet()
                .removeIf(path ->
                        PAGES.matcher(path).matches() && !MANIFEST.matcher(path).matches());
        rest.replaceAll((path, bytes) -> path.endsWith("manifest.json")
                ? text(bytes).replaceAll(FILES, "").getBytes(StandardCharsets.UTF_8)
                : bytes);
        return rest;
    }

    private static List<Path> inputs(Path golden) throws IOException {
        try (Stream<Path> folders = Files.list(golden)) {
            return folders.filter(path -> path.getFileName().toString().startsWith("input"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] hash(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(Inbox.sha256().digest(bytes)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
