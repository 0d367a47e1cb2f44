package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run came to, for {@code status}, {@code trace} and whoever is told: kept with its report, never published.
 *
 * @param run name of the run, and of its folder
 * @param started instant, ISO 8601
 * @param ended instant, ISO 8601
 * @param loaded deliveries
 * @param rows read of them
 * @param release that the run made; empty where there was nothing new
 * @param changed {@code survey/table} of tables that the release changed
 * @param revisions published figures that it changed
 * @param status {@code done rejected stopped failed}
 * @param message what went wrong; empty where nothing did
 * @param seconds by step
 * @param draft name of the release that the run left in {@code output/draft}; empty: none
 */
public record RunNote(
        String run,
        String started,
        String ended,
        int loaded,
        int rejected,
        int faults,
        int warnings,
        long rows,
        String release,
        List<String> changed,
        int revisions,
        String status,
        String message,
        Map<String, Double> seconds,
        String draft) {
    static final String FILE = "run.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Notes of older versions say less. */
    public RunNote(
            String run,
            String started,
            String ended,
            int loaded,
            int rejected,
            int faults,
            int warnings,
            long rows,
            String release,
            @Nullable List<String> changed,
            int revisions,
            @Nullable String status,
            @Nullable String message,
            @Nullable Map<String, Double> seconds,
            @Nullable String draft) {
        this.run = run;
        this.started = started;
        this.ended = ended;
        this.loaded = loaded;
        this.rejected = rejected;
        this.faults = faults;
        this.warnings = warnings;
        this.rows = rows;
        this.release = release;
        this.changed = changed == null ? List.of() : List.copyOf(changed);
        this.revisions = revisions;
        this.status = Objects.requireNonNullElse(status, "done");
        this.message = Objects.requireNonNullElse(message, "");
        this.seconds = seconds == null ? Map.of() : seconds;
        this.draft = Objects.requireNonNullElse(draft, "");
    }

    byte[] json() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** As a person reads it, a fact a line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "run", run + ", " + status);
        line(text, "started", started);
        line(text, "ended", ended);
        line(text, "deliveries", loaded + " loaded, " + rejected + " rejected, " + rows + " rows");
        line(text, "faults", faults + ", and " + warnings + " warnings");
        line(text, "release", release.isEmpty() ? "nothing new" : release + ", " + revisions + " figures revised");
        if (!draft.isEmpty()) {
            line(text, "draft", draft);
        }
        changed.forEach(table -> line(text, "", table));
        seconds.forEach((step, time) -> line(text, step, time + " s"));
        if (!message.isEmpty()) {
            line(text, "message", message);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(" ".repeat(Math.max(1, 12 - name.length())))
                .append(value)
                .append('\n');
    }

    static RunNote of(byte[] json) {
        return JSON.readValue(json, RunNote.class);
    }
}
