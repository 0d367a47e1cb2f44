package no.barometer.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the timetable was served and how runs ended, kept over restarts in {@code output/reports/schedule.json}.
 *
 * @param served the instant up to which times of the timetable are dealt with; epoch: none yet
 * @param success when a run last ended well; epoch: never
 * @param failure what the last run failed of; empty: it did not
 */
record Standing(Instant served, Instant success, String failure) {
    static final Standing NEW = new Standing(Instant.EPOCH, Instant.EPOCH, "");

    static Standing read(Path output) throws IOException {
        Path file = file(output);
        if (!Files.exists(file)) {
            return NEW;
        }
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), Standing.class);
        } catch (JacksonException damaged) {
            return NEW;
        }
    }

    void write(Path output) throws IOException {
        Path file = file(output);
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(".schedule.json-next");
        Files.write(next, JsonMapper.shared().writeValueAsBytes(this));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Path output) {
        return output.resolve("reports").resolve("schedule.json");
    }
}
