package no.barometer.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Manifest;
import no.barometer.survey.Block;
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
     * @param standing ids of surveys that have the very deliveries of the release
     * @param forgotten what is meant to go
     */
    static Lost of(
            Manifest newest,
            List<Survey> surveys,
            Map<String, List<DeliveryNote>> live,
            Set<String> standing,
            Predicate<DeliveryNote> forgotten) {
        Map<String, List<DeliveryNote>> lost = new TreeMap<>();
        for (Survey survey : surveys) {
            if (standing.contains(survey.id())) {
                continue;
            }
            Held held = Held.of(survey, live.getOrDefault(survey.id(), List.of()));
            newest.survey(survey.id())
                    .ifPresent(entry -> entry.deliveries().stream()
                            .filter(forgotten.negate())
                            .filter(note -> !held.replaces(note))
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

    /**
     * What the warehouse holds of a survey.
     *
     * @param names paths and hashes
     * @param waves block and wave
     * @param versions the highest path by block and what all versions of a file are called
     */
    private record Held(Survey survey, Set<String> names, Set<List<String>> waves, Map<List<String>, String> versions) {
        static Held of(Survey survey, List<DeliveryNote> notes) {
            Set<String> names = new HashSet<>();
            Set<List<String>> waves = new HashSet<>();
            Map<List<String>, String> versions = new HashMap<>();
            for (DeliveryNote note : notes) {
                names.add(note.path());
                names.add(note.sha256());
                note.waves().forEach(wave -> waves.add(List.of(note.block(), wave)));
                version(survey, note).ifPresent(name -> versions.merge(name, note.path(), Held::higher));
            }
            return new Held(survey, names, waves, versions);
        }

        private static Optional<List<String>> version(Survey survey, DeliveryNote note) {
            return survey.block(note.block())
                    .map(Block::files)
                    .filter(files -> files.captures().contains("version"))
                    .map(files -> List.of(note.block(), files.withoutVersion(note.path())));
        }

        private static String higher(String one, String other) {
            return one.compareTo(other) < 0 ? other : one;
        }

        /** Whether a higher version of the file is there, which may leave waves out. */
        private boolean superseded(DeliveryNote note) {
            return version(survey, note)
                    .map(versions::get)
                    .filter(path -> path.compareTo(note.path()) > 0)
                    .isPresent();
        }

        /** Whether the delivery is there, the same content elsewhere, a higher version, or all of its waves from other files. */
        boolean replaces(DeliveryNote note) {
            return names.contains(note.path())
                    || names.contains(note.sha256())
                    || superseded(note)
                    || (!note.waves().isEmpty()
                            && note.waves().stream().allMatch(wave -> waves.contains(List.of(note.block(), wave))));
        }
    }
}
