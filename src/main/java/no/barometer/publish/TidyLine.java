package no.barometer.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import no.barometer.trend.Estimate;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A published figure as it stands in a tidy file.
 *
 * @param cells by column, in the file's order
 */
public record TidyLine(Map<String, String> cells) {
    /** A cell; empty if the file has no such column. */
    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    public String wave() {
        return get("wave");
    }

    public String value() {
        return get("value");
    }

    public Estimate.Row row() {
        return new Estimate.Row(
                get("question"),
                get("item"),
                get("answer"),
                get("breakdown"),
                get("group"),
                get("measure"),
                get("base_kind"),
                get("unit"));
    }

    static void read(Path tidy, Consumer<TidyLine> lines) throws IOException {
        try (CSVParser parser = CsvText.FORMAT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(tidy, StandardCharsets.UTF_8))) {
            for (CSVRecord record : parser) {
                lines.accept(new TidyLine(record.toMap()));
            }
        }
    }
}
