package no.barometer.publish;

import java.time.Instant;
import java.util.Optional;

/**
 * What a run is told of publishing.
 *
 * @param draft whether somebody is to look at the release first
 * @param embargo until when nothing is published; nothing said: as said before
 * @param now the time
 */
public record Gate(boolean draft, Optional<Instant> embargo, Instant now) {
    /** Publishes what is new, unless an embargo holds it back. */
    public static Gate open(Instant now) {
        return new Gate(false, Optional.empty(), now);
    }
}
