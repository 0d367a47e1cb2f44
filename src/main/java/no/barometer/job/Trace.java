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
import no.barometer.publish.RunNote;
import no.barometer.publish.TidyLine;
import no.barometer.survey.Labels;

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

    /** What of a question that nothing answers is not there, and what is. */
    public String missing(String survey, String table, Map<String, String> filter, String release) throws IOException {
        Optional<ReleaseReader> reader = release.isEmpty()
                ? ReleaseReader.newest(settings.output())
                : ReleaseReader.of(settings.output(), release);
        if (reader.isEmpty()) {
            List<String> names = ReleaseReader.names(settings.output());
            return release.isEmpty()
                    ? "Nothing is published yet."
                    : "There is no release \"" + release + "\". Expected " + Labels.expected(release, names) + ".";
        }
        Manifest manifest = reader.get().manifest();
        if (manifest.withdrawn() != null) {
            return "Release " + reader.get().name() + " was withdrawn: "
                    + manifest.withdrawn().why();
        }
        String named = survey + "/" + table;
        List<String> tables = manifest.surveys().stream()
                .flatMap(one -> one.tables().stream().map(its -> one.id() + "/" + its.id()))
                .toList();
        if (!tables.contains(named)) {
            return "There is no table \"" + named + "\" in release "
                    + reader.get().name() + ". Expected " + Labels.expected(named, tables)
                    + "; \"barometer status\" lists them all.";
        }
        List<TidyLine> left = reader.get().lines(survey, table, Map.of());
        for (Map.Entry<String, String> one : filter.entrySet()) {
            List<String> known =
                    left.stream().map(line -> line.get(one.getKey())).distinct().toList();
            if (!known.contains(one.getValue())) {
                return "No such figure of " + named + ": there is no " + one.getKey() + " \"" + one.getValue()
                        + "\". Expected " + Labels.expected(one.getValue(), known)
                        + "; the ids stand in output/releases/"
                        + reader.get().name() + "/" + named + ".csv.";
            }
            left = left.stream()
                    .filter(line -> line.get(one.getKey()).equals(one.getValue()))
                    .toList();
        }
        return "";
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

    /** Runs that made a release or, where somebody published a draft, the last run that made that. */
    private String runs(String release) throws IOException {
        List<RunNote> notes = new Reports(settings.output()).notes();
        List<RunNote> made =
                notes.stream().filter(note -> note.release().equals(release)).toList();
        if (made.isEmpty()) {
            made = notes.stream()
                    .filter(note -> note.draft().equals(release))
                    .reduce((first, second) -> second)
                    .map(List::of)
                    .orElse(List.of());
        }
        String runs =
                made.stream().map(note -> note.run() + " of " + note.ended()).collect(Collectors.joining(", "));
        return runs.isEmpty() ? "" : ", made by " + runs;
    }
}
