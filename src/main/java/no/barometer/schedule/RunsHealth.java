package no.barometer.schedule;

import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Last success, its age, and what failed. Down while the last run failed. */
final class RunsHealth implements HealthIndicator {
    private final Running running;

    RunsHealth(Running running) {
        this.running = running;
    }

    @Override
    public Health health() {
        Standing standing = running.duty().standing();
        Health.Builder health = standing.failure().isEmpty() ? Health.up() : Health.down();
        if (standing.success().equals(Instant.EPOCH)) {
            health.withDetail("lastSuccess", "never");
        } else {
            health.withDetail("lastSuccess", standing.success().toString())
                    .withDetail("ageSeconds", running.duty().age().toSeconds());
        }
        if (!standing.failure().isEmpty()) {
            health.withDetail("failure", standing.failure());
        }
        return health.withDetail("next", running.duty().next().toString())
                .withDetail("running", running.busy())
                .build();
    }
}
