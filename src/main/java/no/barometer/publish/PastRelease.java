package no.barometer.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.Withdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What later releases tell of one: its manifest without deliveries and files, of which there may be many thousands.
 *
 * @param previous name of the release before; empty for the first
 * @param date its day, ISO
 * @param withdrawn null if it stands
 */
record PastRelease(
        String release,
        String previous,
        String date,
        List<PastSurvey> surveys,
        @Nullable Withdrawn withdrawn) {

    /** @param title by language */
    record PastSurvey(String id, Map<String, String> title, List<PastTable> tables) {
        String titleIn(String language) {
            return Manifest.in(title, language);
        }
    }

    /**
     * @param title by language
     * @param changed the release that last changed the table
     */
    record PastTable(String id, Map<String, String> title, Stamp changed) {
        String titleIn(String language) {
            return Manifest.in(title, language);
        }
    }

    static PastRelease of(Manifest manifest) {
        List<PastSurvey> surveys = manifest.surveys().stream()
                .map(survey -> new PastSurvey(
                        survey.id(),
                        survey.title(),
                        survey.tables().stream()
                                .map(table -> new PastTable(table.id(), table.title(), table.changed()))
                                .toList()))
                .toList();
        return new PastRelease(manifest.release(), manifest.previous(), manifest.date(), surveys, manifest.withdrawn());
    }

    Optional<PastSurvey> survey(String id) {
        return surveys.stream().filter(survey -> survey.id().equals(id)).findFirst();
    }

    /** Whether it changed a table. */
    boolean changed(PastTable table) {
        return table.changed().release().equals(release);
    }

    /** Why it was withdrawn; nothing if it stands. */
    Optional<String> withdrawal() {
        return Optional.ofNullable(withdrawn).map(Withdrawn::why);
    }
}
