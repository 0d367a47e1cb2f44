package no.barometer.trend;

import java.util.List;
import java.util.Map;
import no.barometer.survey.Break;
import no.barometer.survey.Calibration;
import no.barometer.survey.Text;
import no.barometer.survey.Wave;

/**
 * One product: rows by waves of estimates, all in the definition's order.
 *
 * @param survey id of the survey
 * @param id id of the table
 * @param labels texts of all ids in rows, keyed by dimension and id: {@code question:q1}, {@code item:q1.tv},
 *     {@code answer:q1.yes}, {@code breakdown:age}, {@code group:age.16-24}
 * @param waves in order of time
 * @param estimates sorted by wave, then by row
 * @param breaks those that concern the table
 * @param deliveries paths of the deliveries its figures come from, sorted
 * @param calibrations of those of its waves whose weights were raked, in order of time
 */
public record TrendTable(
        String survey,
        String id,
        Text title,
        Text note,
        int decimals,
        Map<String, Text> labels,
        List<Wave> waves,
        List<Estimate.Row> rows,
        List<Estimate> estimates,
        List<Break> breaks,
        List<String> deliveries,
        List<Calibration> calibrations) {

    /** A table of which no wave's weights were raked. */
    public TrendTable(
            String survey,
            String id,
            Text title,
            Text note,
            int decimals,
            Map<String, Text> labels,
            List<Wave> waves,
            List<Estimate.Row> rows,
            List<Estimate> estimates,
            List<Break> breaks,
            List<String> deliveries) {
        this(survey, id, title, note, decimals, labels, waves, rows, estimates, breaks, deliveries, List.of());
    }

    /** The same product with other texts of its ids and other estimates. */
    public TrendTable with(Map<String, Text> otherLabels, List<Estimate> otherEstimates) {
        return new TrendTable(
                survey,
                id,
                title,
                note,
                decimals,
                otherLabels,
                waves,
                rows,
                otherEstimates,
                breaks,
                deliveries,
                calibrations);
    }

    public Text label(String dimension, String id) {
        return labels.getOrDefault(dimension + ":" + id, Text.of("", id));
    }
}
