package no.barometer.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.scheduling.support.CronExpression;

/** The times at which runs are due, on the clocks of a time zone. */
record Timetable(CronExpression cron, ZoneId zone) {
    /** @throws IllegalArgumentException if it is no cron expression, or no time ever matches it */
    static Timetable of(String cron, ZoneId zone) {
        Timetable timetable = new Timetable(CronExpression.parse(cron), zone);
        timetable.after(Instant.now());
        return timetable;
    }

    /**
     * The first time after an instant. A time of the hour that comes twice in autumn counts once, the first time; one of
     * the hour that spring leaves out is an hour later.
     */
    Instant after(Instant last) {
        LocalDateTime local = last.atZone(zone).toLocalDateTime();
        Instant next = last;
        while (!next.isAfter(last)) {
            local = cron.next(local);
            if (local == null) {
                throw new IllegalArgumentException("no time ever matches " + cron);
            }
            next = local.atZone(zone).toInstant();
        }
        return next;
    }

    /** Whether a time came since an instant, once or many times. */
    boolean due(Instant last, Instant now) {
        return !after(last).isAfter(now);
    }
}
