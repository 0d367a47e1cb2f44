package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.barometer.survey.Breakdown;
import no.barometer.trend.Estimate;

/** Short names for the rows of a table by one breakdown: only what tells them apart. */
final class RowNames {
    private static final Phrase NOTHING = new Phrase("", null);

    private final List<Estimate.Row> rows;
    private final RowLabels labels;
    private final List<Function<Estimate.Row, Phrase>> heading = new ArrayList<>();
    private final List<Function<Estimate.Row, Phrase>> own = new ArrayList<>();

    RowNames(List<Estimate.Row> rows, RowLabels labels) {
        this.rows = rows;
        this.labels = labels;
        boolean total = rows.stream().allMatch(row -> row.breakdown().equals(Breakdown.TOTAL));
        boolean items = varies(Estimate.Row::item);
        boolean measures = varies(Estimate.Row::measure);
        boolean bases = varies(Estimate.Row::baseKind);
        boolean several = items && (varies(Estimate.Row::answer) || measures || bases);
        if (varies(Estimate.Row::question)) {
            heading.add(labels::questionPhrase);
        }
        if (items) {
            (several || !total ? heading : own).add(labels::itemPhrase);
        }
        List<Function<Estimate.Row, Phrase>> rest = total ? own : heading;
        if (total || varies(Estimate.Row::answer)) {
            rest.add(labels::answerPhrase);
        }
        if (measures) {
            // an answer says that it is a share
            rest.add(row -> row.answer().isEmpty() ? plain(labels.measure(row)) : NOTHING);
        }
        if (bases) {
            rest.add(row -> plain(labels.base(row)));
        }
        if (rows.stream().map(labels::unit).distinct().count() > 1) {
            rest.add(row -> plain(labels.unit(row)));
        }
        if (!total) {
            own.add(labels::groupPhrase);
        }
    }

    Phrase section(Estimate.Row row) {
        return join(heading, row);
    }

    Phrase line(Estimate.Row row) {
        Phrase named = join(own, row);
        if (!named.isEmpty()) {
            return named;
        }
        return labels.item(row).isEmpty() ? plain(labels.measure(row)) : labels.itemPhrase(row);
    }

    private static Phrase join(List<Function<Estimate.Row, Phrase>> parts, Estimate.Row row) {
        List<Phrase> named = parts.stream()
                .map(part -> part.apply(row))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        List<String> languages = named.stream()
                .map(phrase -> String.valueOf(phrase.language()))
                .distinct()
                .toList();
        return new Phrase(
                String.join(", ", named.stream().map(Phrase::text).toList()),
                languages.size() == 1 ? named.get(0).language() : null);
    }

    private static Phrase plain(String text) {
        return new Phrase(text, null);
    }

    private boolean varies(Function<Estimate.Row, String> part) {
        return rows.stream().map(part).distinct().count() > 1;
    }
}
