package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import no.barometer.job.Listing.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    Path input;

    @Test
    void namesFilesOfAllFoldersByTheirWholePaths() throws Exception {
        for (String path : List.of("b/2.csv", "b-c/1.csv", "b/a/æ å.csv", "a.csv", "b/a/deep/er/1.csv", "b/1.csv")) {
            write(path);
        }

        assertThat(paths())
                .containsExactly("a.csv", "b-c/1.csv", "b/1.csv", "b/2.csv", "b/a/deep/er/1.csv", "b/a/æ å.csv");
    }

    @Test
    void passesOverWhatIsHiddenAndWhatOfficeProgramsKeepBesideAnOpenFile() throws Exception {
        for (String path : List.of(".git/x.csv", "a/.hidden/y.csv", "a/.z.csv", "a/~$w.xlsx", "~$d/v.csv", "a/b.csv")) {
            write(path);
        }

        assertThat(paths()).containsExactly("a/b.csv");
    }

    @Test
    void tellsSizeAndTime() throws Exception {
        Path file = write("a/b.csv");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_767_225_600_123L));

        assertThat(Listing.of(input).files()).containsExactly(new Found("a/b.csv", 7, 1_767_225_600_123L));
    }

    @Test
    void saysWhichFileCannotBeTaken() throws Exception {
        Files.createSymbolicLink(Files.createDirectories(input.resolve("a/b")).resolve("link.csv"), write("c.csv"));

        assertThat(Listing.of(input).problems())
                .extracting(one -> one.at().delivery(), one -> one.found())
                .containsExactly(tuple("a/b/link.csv", "a symbolic link"));
    }

    @Test
    void aFolderThatIsNotThereIsAFault() throws Exception {
        assertThat(Listing.of(input.resolve("nowhere")).problems())
                .extracting(one -> one.expected())
                .containsExactly("a readable file");
    }

    private List<String> paths() {
        return Listing.of(input).files().stream().map(Found::path).toList();
    }

    private Path write(String path) throws Exception {
        Path file = input.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "content");
    }
}
