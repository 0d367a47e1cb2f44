package no.barometer.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Manifest;
import no.barometer.survey.Survey;

/**
 * Deliveries that the newest release rests on and the warehouse does not hold, as when it was lost and the file is no
 * longer in {@code input/}, or is rejected now. Their surveys are published as they were: what stands is never dropped for
 * want of its source.
 *
 * @param bySurvey by id of the survey, none empty
 */
record Lost(Map<String, List<DeliveryNote>> bySurvey) {
    /**
     * Compares a release with the warehouse.
     *
     * @param live deliveries of the warehouse by survey
     * @param forgotten what is meant to go
     */
    static Lost of(
            Manifest newest,
            List<Survey> surveys,
            Map<String, List<DeliveryNote>> live,
            Predicate<DeliveryNote> forgotten) {
        Map<String, List<DeliveryNote>> lost = new TreeMap<>();
        for (Survey survey : surveys) {
            List<DeliveryNote> held = live.getOrDefault(survey.id(), List.of());
            newest.survey(survey.id())
                    .ifPresent(entry -> entry.deliveries().stream()
                            .filter(forgotten.negate())
                            .filter(note -> !replaced(note, held))
                            .forEach(note -> lost.computeIfAbsent(survey.id(), fresh -> new ArrayList<>())
                                    .add(note)));
        }
        return new Lost(lost);
    }

    boolean any(String survey) {
        return bySurvey.containsKey(survey);
    }

    /** Tells of those whose file is gone; of the others something else is told. */
    List<Problem> problems(Path input) {
        return bySurvey.values().stream()
                .flatMap(List::stream)
                .filter(note -> !Files.exists(input.resolve(note.path())))
                .map(note -> new Problem(
                        Kind.SOURCE_GONE,
                        Location.of(note.path()),
                        note.survey(),
                        note.path(),
                        "the file it was read from"))
                .toList();
    }

    /** Whether the warehouse holds the delivery, the same content elsewhere, or all of its waves from other files. */
    private static boolean replaced(DeliveryNote note, List<DeliveryNote> held) {
        List<DeliveryNote> ofBlock =
                held.stream().filter(one -> one.block().equals(note.block())).toList();
        return held.stream()
                        .anyMatch(one ->
                                one.path().equals(note.path()) || one.sha256().equals(note.sha256()))
                || (!note.waves().isEmpty()
                        && note.waves().stream()
                                .allMatch(wave -> ofBlock.stream()
                                        .anyMatch(one -> one.waves().contains(wave))));
    }
}
