package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.apache.commons.csv.CSVFormat;

/** The wide file of a table: rows by waves in labels, as a report prints it; a last column says what to mind. */
final class WideCsv {
    private WideCsv() {}

    static byte[] of(Survey survey, TrendTable table) {
        return of(survey, table, CsvText.FORMAT);
    }

    /** @param format of {@link CsvText} */
    static byte[] of(Survey survey, TrendTable table, CSVFormat format) {
        Words words = Words.in(survey.language());
        Grid grid = new Grid(table);
        RowLabels labels = new RowLabels(table, words);
        boolean severalQuestions =
                table.rows().stream().map(Estimate.Row::question).distinct().count() > 1;
        CsvText csv = new CsvText(format, header(table, words, severalQuestions));
        for (Estimate.Row row : table.rows()) {
            if (severalQuestions) {
                csv.text(labels.question(row));
            }
            csv.text(labels.item(row))
                    .text(labels.answer(row))
                    .text(labels.breakdown(row))
                    .text(labels.group(row))
                    .text(labels.measure(row))
                    .text(labels.base(row))
                    .text(labels.unit(row));
            for (Wave wave : table.waves()) {
                csv.figure(grid.printed(row, wave));
            }
            csv.text(note(survey, table, row, words)).end();
        }
        return csv.bytes();
    }

    static List<String> header(TrendTable table, Words words, boolean severalQuestions) {
        List<String> header = new ArrayList<>();
        if (severalQuestions) {
            header.add(words.get("question"));
        }
        for (String column : List.of("item", "answer", "breakdown", "group", "measure", "base", "unit")) {
            header.add(words.get(column));
        }
        table.waves().forEach(wave -> header.add(wave.id()));
        header.add(words.get("note"));
        return header;
    }

    static String note(Survey survey, TrendTable table, Estimate.Row row, Words words) {
        List<String> notes = new ArrayList<>();
        if (survey.synthetic()) {
            notes.add(words.get("synthetic"));
        }
        table.breaks().stream()
                .filter(one -> one.concerns(row.question(), row.item()))
                .map(words::breakNote)
                .forEach(notes::add);
        return String.join("; ", notes);
    }
}
