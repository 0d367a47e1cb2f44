package no.barometer.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import org.jspecify.annotations.Nullable;

/** Tables that would print again what was withdrawn: somebody must confirm that. */
final class Returns {
    private static final int LOOKED_AT = 20;

    private Returns() {}

    /** One line for each of them. Where figures were erased nothing is known of them: then whatever follows is confirmed. */
    static List<String> of(Releases releases, @Nullable Manifest before, Manifest now) throws IOException {
        List<String> found = new ArrayList<>();
        Set<String> same = before == null ? Set.of() : hashes(before);
        Manifest release = before;
        for (int i = 0; i < LOOKED_AT && release != null; i++) {
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
            Optional<Manifest> previous = release.previous().isEmpty()
                    ? Optional.empty()
                    : ManifestFile.read(releases.path(release.previous()));
            release = previous.orElse(null);
        }
        return found;
    }

    private static Set<String> hashes(Manifest manifest) {
        Set<String> hashes = new HashSet<>();
        manifest.surveys().forEach(survey -> survey.tables().forEach(table -> hashes.add(table.sha256())));
        return hashes;
    }
}
