package no.barometer.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.barometer.publish.DeliveryNote;
import no.barometer.survey.Survey;
import no.barometer.warehouse.StoredBundle;
import no.barometer.warehouse.StoredDelivery;

/** Live deliveries as a release names them. */
final class Notes {
    private Notes() {}

    /** By survey, in their order; only surveys that are defined and have any. */
    static Map<String, List<DeliveryNote>> of(List<Survey> surveys, List<StoredBundle> stored) {
        Map<String, List<DeliveryNote>> notes = new TreeMap<>();
        Set<String> defined = surveys.stream().map(Survey::id).collect(Collectors.toSet());
        for (StoredBundle bundle : stored) {
            if (defined.contains(bundle.key().survey())) {
                List<DeliveryNote> ofSurvey = notes.computeIfAbsent(bundle.key().survey(), fresh -> new ArrayList<>());
                for (StoredDelivery one : bundle.deliveries()) {
                    ofSurvey.add(new DeliveryNote(
                            one.survey(), one.path(), one.sha256(), one.block(), one.waves(), one.respondents()));
                }
            }
        }
        notes.values().parallelStream().forEach(list -> list.sort(Comparator.naturalOrder()));
        return notes;
    }
}
