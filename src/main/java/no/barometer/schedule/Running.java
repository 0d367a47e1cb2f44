package no.barometer.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import no.barometer.configuration.Configuration;
import no.barometer.job.Failure;
import no.barometer.job.Progress;
import no.barometer.job.RunLock;
import no.barometer.job.Runner;
import no.barometer.job.Settings;
import no.barometer.job.Telling;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** The runs of a schedule, and what is known of them. The warehouse is open only while one goes on. */
final class Running implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final Clock clock;
    private final Duty duty;
    private final Meters meters;
    private final Telling telling;
    private volatile @Nullable Runner current;

    Running(Configuration configuration, Clock clock, MeterRegistry registry) throws IOException {
        this.configuration = configuration;
        this.clock = clock;
        this.telling = new Telling(configuration.tell());
        Settings settings = settings();
        Configuration.Schedule schedule = configuration.schedule();
        this.duty = new Duty(
                Timetable.of(schedule.cron(), schedule.zone()),
                new Arrivals(settings.input(), schedule.rest()),
                schedule.watch(),
                settings.output(),
                clock,
                this::run);
        this.meters = new Meters(registry, duty);
    }

    Duty duty() {
        return duty;
    }

    boolean busy() {
        return current != null;
    }

    private Settings settings() {
        LocalDate today = LocalDate.now(clock.withZone(configuration.schedule().zone()));
        return Settings.of(configuration, YearMonth.from(today), today, false);
    }

    private @Nullable String run(String reason) {
        Settings settings = settings();
        try {
            Optional<RunLock> lock = RunLock.take(settings);
            if (lock.isEmpty()) {
                LOG.warn(
                        "another run is under way: {}", RunLock.heldBy(settings).orElse("unknown"));
                return null;
            }
            try (RunLock held = lock.get()) {
                Runner runner = new Runner(settings, Progress.SILENT, held::held);
                current = runner;
                Runner.Summary summary = runner.run();
                meters.ended(summary.note());
                telling.ended(summary.note(), settings.output());
                return "";
            } finally {
                current = null;
            }
        } catch (IOException | RuntimeException failed) {
            String why = Failure.told(failed);
            LOG.error(
                    "the run failed ({}): {}",
                    reason,
                    why,
                    Failure.known(failed).isPresent() ? null : failed);
            meters.failed();
            telling.failed(why, settings.output());
            return why;
        }
    }

    /** Lets a run stop at a safe place. */
    @Override
    public void destroy() {
        Runner runner = current;
        if (runner != null) {
            LOG.info("stopping: {}", runner.stop(PATIENCE) ? "at a safe place" : "in the middle of a change");
        }
    }
}
