package no.barometer.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when nothing is published, as the command line says it. */
final class Embargo {
    private Embargo() {}

    /**
     * @param text {@code 2026-12-01T08:00}, the same with an offset, the word for none, or null where nothing is said
     * @param zone of a time without an offset
     */
    static Optional<Instant> of(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.equals("none")) {
                return Optional.of(Instant.EPOCH);
            }
            boolean offset = text.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            throw new UsageException(
                    "--embargo takes a date and time such as 2026-12-01T08:00, or none; found \"" + text + "\".");
        }
    }
}
