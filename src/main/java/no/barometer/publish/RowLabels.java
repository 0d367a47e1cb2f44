package no.barometer.publish;

import no.barometer.survey.Breakdown;
import no.barometer.survey.Text;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** What a row's ids are called in one language. */
final class RowLabels {
    private final TrendTable table;
    private final Words words;

    RowLabels(TrendTable table, Words words) {
        this.table = table;
        this.words = words;
    }

    String question(Estimate.Row row) {
        return label("question", row.question(), row.question());
    }

    String item(Estimate.Row row) {
        return row.item().isEmpty() ? "" : label("item", row.question() + "." + row.item(), row.item());
    }

    String answer(Estimate.Row row) {
        return row.answer().isEmpty() ? "" : label("answer", row.question() + "." + row.answer(), row.answer());
    }

    String breakdown(Estimate.Row row) {
        String everybody = row.breakdown().equals(Breakdown.TOTAL) ? words.get("everybody") : row.breakdown();
        return label("breakdown", row.breakdown(), everybody);
    }

    String group(Estimate.Row row) {
        String everybody = row.breakdown().equals(Breakdown.TOTAL) ? words.get("everybody") : row.group();
        return label("group", row.breakdown() + "." + row.group(), everybody);
    }

    String measure(Estimate.Row row) {
        return words.measure(row.measure());
    }

    String base(Estimate.Row row) {
        return words.getOr("base." + row.baseKind(), row.baseKind());
    }

    String unit(Estimate.Row row) {
        return words.getOr("unit." + row.unit(), row.unit());
    }

    Phrase questionPhrase(Estimate.Row row) {
        return phrase("question", row.question(), row.question());
    }

    /** Who was asked; empty where no delivery says it. */
    Phrase universePhrase(Estimate.Row row) {
        return phrase("universe", row.question(), "");
    }

    Phrase itemPhrase(Estimate.Row row) {
        return phrase("item", row.question() + "." + row.item(), row.item());
    }

    Phrase answerPhrase(Estimate.Row row) {
        return phrase("answer", row.question() + "." + row.answer(), row.answer());
    }

    Phrase breakdownPhrase(Estimate.Row row) {
        return phrase("breakdown", row.breakdown(), breakdown(row));
    }

    Phrase groupPhrase(Estimate.Row row) {
        return phrase("group", row.breakdown() + "." + row.group(), group(row));
    }

    private Phrase phrase(String dimension, String id, String otherwise) {
        Text text = table.labels().get(dimension + ":" + id);
        return text == null || text.isEmpty() ? new Phrase(otherwise, null) : Phrase.of(words, text);
    }

    private String label(String dimension, String id, String otherwise) {
        return phrase(dimension, id, otherwise).text();
    }
}
