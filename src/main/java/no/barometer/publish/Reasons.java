package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.barometer.publish.Manifest.SurveyEntry;

/** Why the figures of a survey changed, as two manifests tell it. */
record Reasons(Optional<SurveyEntry> before, Optional<SurveyEntry> after) {
    /** A code and what it names. */
    record Reason(Why why, String cause) {}

    static Reasons of(Manifest before, Manifest after, String survey) {
        return new Reasons(before.survey(survey), after.survey(survey));
    }

    /**
     * A correction or a removal if the files of the figure changed or went; else the definition, the method, or another file
     * of the survey.
     *
     * @param source of the figure as it was and is
     */
    Reason of(String wave, String source, boolean withheld) {
        if (withheld) {
            return new Reason(Why.WITHHELD, "");
        }
        if (before.isEmpty()) {
            return new Reason(Why.UNKNOWN, "");
        } else if (after.isEmpty()) {
            return new Reason(Why.REMOVED, before.get().id());
        }
        List<DeliveryNote> changed = changed();
        List<DeliveryNote> gone = gone();
        Optional<Reason> own = files(behind(changed, source, wave), behind(gone, source, wave));
        if (own.isPresent()) {
            return own.get();
        }
        if (!before.get().definition().sha256().equals(after.get().definition().sha256())) {
            return new Reason(Why.DEFINITION, definition());
        }
        if (!before.get().definition().method().equals(after.get().definition().method())) {
            return new Reason(
                    Why.METHOD,
                    before.get().definition().method() + " > "
                            + after.get().definition().method());
        }
        return files(changed, gone).orElseGet(() -> new Reason(Why.UNKNOWN, ""));
    }

    private static Optional<Reason> files(List<DeliveryNote> changed, List<DeliveryNote> gone) {
        if (!changed.isEmpty()) {
            return Optional.of(new Reason(Why.CORRECTION, paths(changed)));
        }
        return gone.isEmpty() ? Optional.empty() : Optional.of(new Reason(Why.REMOVED, paths(gone)));
    }

    private static List<DeliveryNote> behind(List<DeliveryNote> notes, String source, String wave) {
        return notes.stream()
                .filter(note -> source.contains(note.path()) || note.waves().contains(wave))
                .toList();
    }

    /** Deliveries that are new or have another content. */
    private List<DeliveryNote> changed() {
        List<DeliveryNote> changed = new ArrayList<>(deliveries(after));
        changed.removeAll(deliveries(before));
        return changed;
    }

    private List<DeliveryNote> gone() {
        Set<String> left = deliveries(after).stream().map(DeliveryNote::path).collect(Collectors.toSet());
        return deliveries(before).stream()
                .filter(note -> !left.contains(note.path()))
                .toList();
    }

    private static List<DeliveryNote> deliveries(Optional<SurveyEntry> entry) {
        return entry.map(SurveyEntry::deliveries).orElse(List.of());
    }

    private static String paths(List<DeliveryNote> notes) {
        return notes.stream().map(DeliveryNote::path).distinct().sorted().collect(Collectors.joining(" + "));
    }

    private String definition() {
        return after.or(() -> before).map(entry -> entry.definition().file()).orElse("");
    }
}
