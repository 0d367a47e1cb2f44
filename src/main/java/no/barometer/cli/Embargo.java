package no.barometer.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says until when nothing is published. */
final class Embargo {
    @Option(
            names = "--embargo",
            paramLabel = "TIME",
            description = "Publishes nothing before this date and time (2026-12-01T08:00), or lifts an embargo (none).")
    private @Nullable String text;

    /**
     * What it says: a time, the epoch for none, or nothing.
     *
     * @param zone of a time without an offset
     */
    Optional<Instant> until(ZoneId zone) {
        String given = text;
        if (given == null) {
            return Optional.empty();
        }
        try {
            if (given.equals("none")) {
                return Optional.of(Instant.EPOCH);
            }
            boolean offset = given.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(given).toInstant()
                            : LocalDateTime.parse(given).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            throw new UsageException(
                    "--embargo takes a date and time such as 2026-12-01T08:00, or none; found \"" + given + "\".");
        }
    }
}
