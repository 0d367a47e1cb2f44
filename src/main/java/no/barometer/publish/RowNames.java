package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.barometer.trend.Estimate;

/** Short names for the rows of a table on its page: only what tells them apart. */
final class RowNames {
    private final List<Estimate.Row> rows;
    private final RowLabels labels;
    private final boolean sections;
    private final List<Function<Estimate.Row, String>> parts = new ArrayList<>();

    RowNames(List<Estimate.Row> rows, RowLabels labels, boolean severalUnits) {
        this.rows = rows;
        this.labels = labels;
        boolean items = varies(Estimate.Row::item);
        boolean answers = varies(Estimate.Row::answer);
        boolean measures = varies(Estimate.Row::measure);
        boolean bases = varies(Estimate.Row::baseKind);
        sections = items && (answers || measures || bases);
        if (items && !sections) {
            parts.add(labels::item);
        }
        parts.add(labels::answer);
        if (measures) {
            // an answer says that it is a share
            parts.add(row -> row.answer().isEmpty() ? labels.measure(row) : "");
        }
        if (bases) {
            parts.add(labels::base);
        }
        if (severalUnits) {
            parts.add(labels::unit);
        }
    }

    String section(Estimate.Row row) {
        return sections ? labels.item(row) : "";
    }

    String line(Estimate.Row row) {
        List<String> named = parts.stream()
                .map(part -> part.apply(row))
                .filter(text -> !text.isEmpty())
                .toList();
        if (!named.isEmpty()) {
            return String.join(", ", named);
        }
        return labels.item(row).isEmpty() ? labels.measure(row) : labels.item(row);
    }

    private boolean varies(Function<Estimate.Row, String> part) {
        return rows.stream().map(part).distinct().count() > 1;
    }
}
