package no.barometer.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Manifest;
import no.barometer.publish.ReleaseReader;
import no.barometer.publish.Reports;
import no.barometer.publish.TidyLine;

/** From a published figure back to where it comes from, by what the release itself says. */
public final class Trace {
    private final Settings settings;

    public Trace(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is known of each figure of a table that matches.
     *
     * @param filter tidy column to value
     * @param release name, or empty: the newest
     * @return lines to print; none where nothing matches
     */
    public List<String> lines(String survey, String table, Map<String, String> filter, String release)
            throws IOException {
        Optional<ReleaseReader> reader = release.isEmpty()
                ? ReleaseReader.newest(settings.output())
                : ReleaseReader.of(settings.output(), release);
        List<String> lines = new ArrayList<>();
        if (reader.isEmpty()) {
            return lines;
        }
        Optional<Manifest.SurveyEntry> entry = reader.get().manifest().survey(survey);
        for (TidyLine line : reader.get().lines(survey, table, filter)) {
            describe(line, entry.orElseThrow(), lines);
            lines.add("  release     " + reader.get().name() + runs(reader.get().name()));
        }
        return lines;
    }

    private static void describe(TidyLine line, Manifest.SurveyEntry entry, List<String> lines) {
        StringBuilder what = new StringBuilder();
        for (String column : List.of("question", "item", "answer", "breakdown", "group", "measure", "base_kind")) {
            if (!line.get(column).isEmpty()) {
                what.append(what.isEmpty() ? "" : ", ")
                        .append(column)
                        .append(' ')
                        .append(line.get(column));
            }
        }
        lines.add(line.get("survey") + "/" + line.get("table") + " " + line.get("wave") + ": " + what);
        lines.add("  value       " + (line.get("value").isEmpty() ? "none" : line.get("value") + " " + line.get("unit"))
                + (line.get("obs_status").isEmpty() ? "" : ", status " + line.get("obs_status"))
                + (line.get("conf_status").isEmpty() ? "" : ", confidentiality " + line.get("conf_status")));
        lines.add("  base        " + (line.get("base").isEmpty() ? "not given" : line.get("base"))
                + (line.get("effective_base").isEmpty() ? "" : " (effective " + line.get("effective_base") + ")"));
        lines.add("  method      " + line.get("method"));
        lines.add("  source      " + line.get("source"));
        for (DeliveryNote note : entry.deliveries()) {
            if (line.get("source").contains(note.path())) {
                lines.add("  delivery    " + note.path() + ", sha256 " + note.sha256());
            }
        }
        lines.add("  definition  " + entry.definition().file() + ", sha256 "
                + entry.definition().sha256());
    }

    private String runs(String release) throws IOException {
        String runs = new Reports(settings.output())
                .notes().stream()
                        .filter(note -> note.release().equals(release))
                        .map(note -> note.run() + " of " + note.ended())
                        .collect(Collectors.joining(", "));
        return runs.isEmpty() ? "" : ", made by " + runs;
    }
}
