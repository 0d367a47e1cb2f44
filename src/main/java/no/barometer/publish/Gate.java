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
    /**
     * The embargo in force, ISO 8601; empty: none.
     *
     * @param before what was said before
     */
    String embargo(String before) {
        String said = embargo.map(Instant::toString).orElse(before);
        return !said.isEmpty() && now.isBefore(Instant.parse(said)) ? said : "";
    }

    /** Publishes what is new, unless an embargo holds it back. */
    public static Gate open(Instant now) {
        return new Gate(false, Optional.empty(), now);
    }
}
