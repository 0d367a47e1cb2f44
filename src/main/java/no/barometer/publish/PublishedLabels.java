package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.trend.Estimate;
import tools.jackson.databind.JsonNode;

/** What the rows of a published table are called, in the survey's language, as its JSON-stat cube says. */
record PublishedLabels(JsonNode cube) {
    private static final List<String> UNSAID = List.of("", "total", "share", "value");

    /** @param release folder of the release; ids stand for themselves where it has no cube of the table */
    static PublishedLabels of(Path release, String survey, String table) throws IOException {
        Path file = release.resolve(survey).resolve(table + ".jsonstat.json");
        return new PublishedLabels(
                Files.isRegularFile(file)
                        ? Json.MAPPER.readTree(Files.readAllBytes(file))
                        : Json.MAPPER.createObjectNode());
    }

    String language() {
        return cube.path("extension").path("language").asString("");
    }

    /** Item, answer, group and measure, as far as they say anything. */
    String row(Estimate.Row row) {
        String group = row.breakdown().equals(row.group()) ? row.group() : row.breakdown() + "." + row.group();
        String measure = UNSAID.contains(row.measure()) ? "" : row.measure() + " " + row.unit();
        String named = Stream.of(
                        label("item", row.item()),
                        label("answer", row.answer()),
                        label("group", group),
                        label("measure", measure))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? label("group", "total ") : named;
    }

    private String label(String dimension, String id) {
        String known = id.strip();
        if (known.equals(id) && UNSAID.contains(id)) {
            return "";
        }
        return cube.path("dimension")
                .path(dimension)
                .path("category")
                .path("label")
                .path(known)
                .asString(known);
    }
}
