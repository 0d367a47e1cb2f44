package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crosstabs that say who was asked. */
class UniverseTest {
    @TempDir
    Path folder;

    @Test
    void aTablesPageSaysWhoWasAskedAndInWhichWaveWhereThatDiffers() throws IOException {
        write("jobs/radio.yaml", """
                survey: radio
                title: {en: Radio}
                deliveries:
                  - files: "radio-{wave}.csv"
                    layout: crosstab
                    tables: {begin: '/^[0-9]+$/ in column A'}
                    question: row 2
                    universe: row 3
                    header: row 4
                    answers: column A
                """);
        String tables = "1;\nListens to the radio;\n%s;\n;Total\nYes;60\nNo;40\n"
                + "2;\nReads papers;\nEverybody;\n;Total\nYes;30\nNo;70\n";
        write("input/radio-2014.csv", tables.formatted("Those with a radio"));
        write("input/radio-2015.csv", tables.formatted("Those with a radio or a telephone"));
        Settings settings = Fixture.settings(folder, 2);
        new Runner(settings, Progress.SILENT).run();
        Path pages = settings.output().resolve("latest/radio");

        assertThat(text(pages.resolve("listens-to-the-radio.en.html")))
                .contains("Asked: Those with a radio (2014); Those with a radio or a telephone (2015)");
        assertThat(text(pages.resolve("reads-papers.en.html"))).contains("Asked: Everybody Every figure");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Fixture.rest(Files.writeString(folder.resolve(path), text));
    }

    private static String text(Path page) throws IOException {
        return Jsoup.parse(Files.readString(page)).text();
    }
}
