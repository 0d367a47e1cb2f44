package no.barometer.warehouse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;

/**
 * Everything that the files of one bundle say.
 *
 * @param fingerprint of what it was made from: its files' hashes and the definition
 * @param deliveries its files, each path once
 * @param waves at least those that deliveries, observations and totals name
 * @param observations of these deliveries
 * @param pairs of a panel's neighbouring waves
 * @param calibrations of the weights of waves that were raked
 * @param labels of what no codebook declares, by path of the delivery they stand in
 * @param absorbed keys of earlier bundles of the survey that this one takes the place of
 */
public record BundleLoad(
        String survey,
        String bundle,
        String fingerprint,
        List<StoredDelivery> deliveries,
        List<Wave> waves,
        List<Observation> observations,
        List<Totals> totals,
        List<Pair> pairs,
        List<Calibration> calibrations,
        Map<String, List<Label>> labels,
        List<String> absorbed) {
    /** The same in the place of more bundles of the survey. */
    public BundleLoad absorbing(List<String> bundles) {
        return new BundleLoad(
                survey,
                bundle,
                fingerprint,
                deliveries,
                waves,
                observations,
                totals,
                pairs,
                calibrations,
                labels,
                Stream.concat(absorbed.stream(), bundles.stream()).distinct().toList());
    }

    public BundleKey key() {
        return new BundleKey(survey, bundle);
    }
}
