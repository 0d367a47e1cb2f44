package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of files that others published, beside the project: there in the deciding run, perhaps not elsewhere. */
final class Shared {
    private Shared() {}

    static Path data(String path) {
        Path data = Path.of("../shared/data");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(data).isDirectory();
        }
        assumeTrue(Files.isDirectory(data), "no ../shared/data");
        return data.resolve(path);
    }
}
