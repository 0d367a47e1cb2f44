package no.barometer.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides again and again whether a run is due: by the timetable, where times that were missed count as one, or since
 * files have come to rest. A time is served when a run ended, well or not; one that could not begin is tried again.
 */
final class Duty {
    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    /** Does a run. */
    interface Work {
        /** What the run failed of, empty where it did not; null where another one is under way. */
        @org.jspecify.annotations.Nullable
        String run(String reason);
    }

    private final Timetable timetable;
    private final Arrivals arrivals;
    private final boolean watch;
    private final Path output;
    private final Clock clock;
    private final Work work;
    private volatile Standing standing;
    private String reported = "";

    Duty(Timetable timetable, Arrivals arrivals, boolean watch, Path output, Clock clock, Work work)
            throws IOException {
        this.timetable = timetable;
        this.arrivals = arrivals;
        this.watch = watch;
        this.output = output;
        this.clock = clock;
        this.work = work;
        Standing before = Standing.read(output);
        // who never ran has missed nothing
        this.standing = before.served().equals(Instant.EPOCH)
                ? new Standing(clock.instant(), before.success(), before.failure())
                : before;
    }

    Standing standing() {
        return standing;
    }

    Instant next() {
        return timetable.after(standing.served());
    }

    /** Looks once, and runs if a run is due. Never throws: the next look may find better times. */
    void look() {
        try {
            Instant now = clock.instant();
            if (standing.served().isAfter(now)) {
                LOG.warn("the clock was set back, from {} to {}", standing.served(), now);
                standing = new Standing(now, standing.success(), standing.failure());
            }
            boolean timed = timetable.due(standing.served(), now);
            if (timed || (watch && arrivals.due(now))) {
                arrivals.take();
                run(timed ? "timetable" : "files", now);
            }
            reported = "";
        } catch (IOException | RuntimeException failed) {
            if (!String.valueOf(failed.getMessage()).equals(reported)) {
                reported = String.valueOf(failed.getMessage());
                LOG.error("cannot look whether a run is due", failed);
            }
        }
    }

    private void run(String reason, Instant now) throws IOException {
        LOG.info("a run is due: {}", reason);
        String failure = work.run(reason);
        if (failure == null) {
            return;
        }
        Instant ended = clock.instant();
        standing = new Standing(now, failure.isEmpty() ? ended : standing.success(), failure);
        standing.write(output);
    }

    /** How long ago a run last ended well. */
    Duration age() {
        return Duration.between(standing.success(), clock.instant());
    }
}
