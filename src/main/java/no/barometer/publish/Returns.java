package no.barometer.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import org.jspecify.annotations.Nullable;

/** Tables that would print again what was withdrawn: somebody must confirm that. */
final class Returns {
    private Returns() {}

    /**
     * One line for each of them. Where figures were erased nothing is known of them: then whatever follows is confirmed.
     *
     * @param past {@code before} and those before it
     */
    static List<String> of(@Nullable Manifest before, List<PastRelease> past, Manifest now) {
        List<String> found = new ArrayList<>();
        Set<String> same = before == null ? Set.of() : hashes(before);
        for (int i = 0; i < past.size(); i++) {
            PastRelease release = past.get(i);
            Manifest.Withdrawn withdrawn = release.withdrawn();
            if (withdrawn != null && withdrawn.erased() && i <= 1) {
                found.add(
                        "the figures of release " + release.release() + " were erased; see that none of them is back");
            } else if (withdrawn != null) {
                for (SurveyEntry survey : now.surveys()) {
                    for (TableEntry table : survey.tables()) {
                        if (!same.contains(table.sha256())
                                && table.sha256().equals(withdrawn.tables().get(table.path()))) {
                            found.add(survey.id() + "/" + table.id() + " is as in release " + release.release()
                                    + ", which was withdrawn: " + withdrawn.why());
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> hashes(Manifest manifest) {
        Set<String> hashes = new HashSet<>();
        manifest.surveys().forEach(survey -> survey.tables().forEach(table -> hashes.add(table.sha256())));
        return hashes;
    }
}
