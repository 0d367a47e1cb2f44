package no.barometer.warehouse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import no.barometer.survey.Label;

/**
 * A label where it stands.
 *
 * @param delivery path
 * @param firstWave first day of the delivery's first wave; {@link LocalDate#MAX} if it holds none
 */
public record StoredLabel(Label label, String delivery, LocalDate firstWave) {
    /** Labels in the order of publication: that in which they were first delivered. */
    public static List<Label> published(List<StoredLabel> labels) {
        return labels.stream()
                .sorted(Comparator.comparing(StoredLabel::firstWave)
                        .thenComparing(StoredLabel::delivery)
                        .thenComparingLong(label -> label.label().position()))
                .map(StoredLabel::label)
                .toList();
    }
}
