package no.barometer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int doctor(String... more) {
        List<String> all = new ArrayList<>(List.of("doctor"));
        for (String name : List.of("jobs", "input", "output")) {
            all.add("--" + name);
            all.add(folder.resolve(name).toString());
        }
        all.addAll(List.of(more));
        return Commands.execute(new PrintWriter(out), new PrintWriter(out), all.toArray(String[]::new));
    }

    @Test
    void findsNothingWrongWhereAllIsWellAndLeavesNothingBehind() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        assertThat(doctor()).as(out.toString()).isZero();
        assertThat(out.toString()).contains("ok    output", "MiB free", "Europe/Oslo", "will be made by the first run");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("jobs", "input");
        }
    }

    @Test
    void saysWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve("jobs/a.yaml"), "survey: b\n");
        Files.writeString(folder.resolve("output"), "a file, no folder");
        Files.createDirectories(folder.resolve("reports"));
        assertThat(doctor("--warehouse", "jdbc:postgresql://localhost:1/none")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("wrong deliveries", "Make it, or name another with --input.")
                .contains("wrong surveys", "barometer check")
                .contains("wrong output", "name another folder with --output")
                .contains("wrong warehouse", "localhost:1/none cannot be opened", "Start the database");
    }
}
