package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * A correction if the files of the figure changed; else the definition, the method, or another file of the survey.
     *
     * @param source of the figure as it was and is
     */
    Reason of(String wave, String source, boolean withheld) {
        if (withheld) {
            return new Reason(Why.WITHHELD, "");
        }
        if (before.isEmpty() || after.isEmpty()) {
            return new Reason(Why.DEFINITION, definition());
        }
        List<DeliveryNote> changed = changed();
        List<DeliveryNote> own = changed.stream()
                .filter(note -> source.contains(note.path()) || note.waves().contains(wave))
                .toList();
        if (!own.isEmpty()) {
            return new Reason(Why.CORRECTION, paths(own));
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
        return changed.isEmpty() ? new Reason(Why.UNKNOWN, "") : new Reason(Why.CORRECTION, paths(changed));
    }

    /** Deliveries that are new or have another content, else those that are gone. */
    private List<DeliveryNote> changed() {
        List<DeliveryNote> was = before.map(SurveyEntry::deliveries).orElse(List.of());
        List<DeliveryNote> is = after.map(SurveyEntry::deliveries).orElse(List.of());
        List<DeliveryNote> changed = new ArrayList<>(is);
        changed.removeAll(was);
        if (changed.isEmpty()) {
            changed.addAll(was);
            changed.removeAll(is);
        }
        return changed;
    }

    private static String paths(List<DeliveryNote> notes) {
        return notes.stream().map(DeliveryNote::path).distinct().sorted().collect(Collectors.joining(" + "));
    }

    private String definition() {
        return after.or(() -> before).map(entry -> entry.definition().file()).orElse("");
    }
}
