package no.barometer.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.scheduling.support.CronExpression;

/** The times at which runs are due, on the clocks of a time zone. */
record Timetable(CronExpression cron, ZoneId zone) {
    /** @throws IllegalArgumentException if it is no cron expression, or no time ever matches it */
    static Timetable of(String cron, ZoneId zone) {
        Timetable timetable = new Timetable(CronExpression.parse(cron), zone);
        timetable.after(Instant.now());
        return timetable;
    }

    /** The first time after an instant. */
    Instant after(Instant last) {
        ZonedDateTime next = cron.next(last.atZone(zone));
        if (next == null) {
            throw new IllegalArgumentException("no time ever matches " + cron);
        }
        return Objects.requireNonNull(next).toInstant();
    }

    /** Whether a time came since an instant, once or many times. */
    boolean due(Instant last, Instant now) {
        return !after(last).isAfter(now);
    }
}
