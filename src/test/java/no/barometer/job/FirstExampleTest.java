package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The survey with which the README begins. */
class FirstExampleTest {
    private static final Pattern FILE =
            Pattern.compile("<!-- file: (input/library\\S+|jobs/library\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("```text\n(Item,Answer.*?)…\n```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void isPublishedAsTheReadmeShowsIt() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        var files = FILE.matcher(readme);
        int written = 0;
        while (files.find()) {
            Path file = folder.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Fixture.rest(Files.writeString(file, files.group(2)));
            written++;
        }
        var table = TABLE.matcher(readme);

        assertThat(written).isEqualTo(2);
        assertThat(table.find()).isTrue();
        Settings settings = Fixture.settings(folder, 2);
        new Runner(settings, Progress.SILENT).run();
        assertThat(Files.readString(settings.output().resolve("latest/library-visits/visits.wide.csv")))
                .startsWith(table.group(1));
    }
}
