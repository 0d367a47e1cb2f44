package no.barometer.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import no.barometer.publish.RunNote;

/** What Prometheus is told of runs. */
final class Meters {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry, Duty duty) {
        this.registry = registry;
        registry.gauge(
                "barometer.last.success.seconds",
                duty,
                one -> one.standing().success().getEpochSecond());
        for (String status : new String[] {"done", "rejected", "failed", "stopped"}) {
            registry.counter("barometer.runs", "status", status);
        }
    }

    void ended(RunNote note) {
        registry.counter("barometer.runs", "status", note.status()).increment();
        registry.timer("barometer.run")
                .record(Duration.between(Instant.parse(note.started()), Instant.parse(note.ended())));
        note.seconds()
                .forEach((step, seconds) -> registry.timer("barometer.step", "step", step)
                        .record(Duration.ofMillis((long) (seconds * 1000))));
        registry.counter("barometer.deliveries", "outcome", "loaded").increment(note.loaded());
        registry.counter("barometer.deliveries", "outcome", "rejected").increment(note.rejected());
        registry.counter("barometer.faults", "severity", "error").increment(note.faults());
        registry.counter("barometer.faults", "severity", "warning").increment(note.warnings());
        registry.counter("barometer.rows").increment((double) note.rows());
    }

    void failed() {
        registry.counter("barometer.runs", "status", "failed").increment();
    }
}
