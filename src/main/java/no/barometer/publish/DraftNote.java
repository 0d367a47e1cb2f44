package no.barometer.publish;

import java.time.Instant;
import java.util.List;

/**
 * What is known of {@code output/draft}, and is no part of it.
 *
 * @param release name it will have; empty: there is no draft, only an embargo
 * @param manifest SHA-256 of its manifest, in hex
 * @param approved whether it may be published without somebody saying so
 * @param embargo instant, ISO 8601, before which it is not published; empty: none
 * @param held what must be confirmed first; empty: nothing
 * @param confirmed whether that was done
 */
public record DraftNote(
        String release, String manifest, boolean approved, String embargo, List<String> held, boolean confirmed) {

    static DraftNote ofNoDraft(String embargo) {
        return new DraftNote("", "", true, embargo, List.of(), false);
    }

    public boolean embargoed(Instant now) {
        return !embargo.isEmpty() && now.isBefore(Instant.parse(embargo));
    }

    /** Whether it waits for nothing but the end of its embargo. */
    public boolean ready() {
        return approved && (held.isEmpty() || confirmed);
    }
}
