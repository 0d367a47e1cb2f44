package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run came to, for {@code status} and {@code trace}: kept with its report, never published.
 *
 * @param run name of the run, and of its folder
 * @param started instant, ISO 8601
 * @param ended instant, ISO 8601
 * @param release that the run made; empty where there was nothing new
 */
public record RunNote(
        String run, String started, String ended, int loaded, int rejected, int faults, int warnings, String release) {
    static final String FILE = "run.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    byte[] json() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static RunNote of(byte[] json) {
        return JSON.readValue(json, RunNote.class);
    }
}
