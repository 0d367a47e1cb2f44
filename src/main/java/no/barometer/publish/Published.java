package no.barometer.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publishing came to.
 *
 * @param release the newest release, made now or before; empty where there is none
 * @param made whether it was made now
 * @param changedTables {@code survey/table} of tables that are new, changed or gone since the release before, sorted
 * @param revisions published figures that this release, or the draft, changed
 * @param draft what waits to be published instead of a release that was made; null if nothing does
 */
public record Published(
        String release,
        boolean made,
        List<String> changedTables,
        List<Revision> revisions,
        @Nullable DraftNote draft) {
    Published(String release, boolean made, List<String> changedTables, List<Revision> revisions) {
        this(release, made, changedTables, revisions, null);
    }

    static Published nothing(String newest) {
        return new Published(newest, false, List.of(), List.of());
    }
}
