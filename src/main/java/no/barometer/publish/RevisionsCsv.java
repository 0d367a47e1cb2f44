package no.barometer.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.barometer.trend.Estimate;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code revisions.csv}: the published figures that a release changed of the one before. */
final class RevisionsCsv {
    static final String NAME = "revisions.csv";
    private static final List<String> COLUMNS = List.of(
            "release",
            "date",
            "survey",
            "table",
            "wave",
            "question",
            "item",
            "answer",
            "breakdown",
            "group",
            "measure",
            "base_kind",
            "unit",
            "before",
            "after",
            "why",
            "cause");

    private RevisionsCsv() {}

    static byte[] of(String release, String date, List<Revision> revisions) {
        CsvText csv = new CsvText(COLUMNS);
        for (Revision one : revisions) {
            Estimate.Row row = one.row();
            csv.text(release)
                    .text(date)
                    .text(one.survey())
                    .text(one.table())
                    .text(one.wave())
                    .text(row.question())
                    .text(row.item())
                    .text(row.answer())
                    .text(row.breakdown())
                    .text(row.group())
                    .text(row.measure())
                    .text(row.baseKind())
                    .text(row.unit())
                    .figure(one.before())
                    .figure(one.after())
                    .text(one.why())
                    .text(one.cause())
                    .end();
        }
        return csv.bytes();
    }

    /** Those of a release; none where it has no such file. */
    static List<Revision> read(Path release) throws IOException {
        Path file = release.resolve(NAME);
        List<Revision> revisions = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return revisions;
        }
        try (CSVParser parser = CsvText.FORMAT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            for (CSVRecord record : parser) {
                TidyLine line = new TidyLine(record.toMap());
                revisions.add(new Revision(
                        line.get("survey"),
                        line.get("table"),
                        line.wave(),
                        line.row(),
                        line.get("before"),
                        line.get("after"),
                        line.get("why"),
                        line.get("cause")));
            }
        }
        return revisions;
    }
}
