package no.barometer.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.barometer.publish.Approval;
import no.barometer.publish.Publisher;
import no.barometer.publish.ReleaseReader;
import no.barometer.publish.Withdrawal;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.Migrations;
import no.barometer.warehouse.Warehouse;

/** What somebody decides of releases: a draft is published, a release is withdrawn. The caller holds the lock. */
public final class Releasing {
    private final Settings settings;

    public Releasing(Settings settings) {
        this.settings = settings;
    }

    /**
     * What came of publishing the draft.
     *
     * @param release that was published; empty: none
     * @param embargo until when it waits, approved; empty: it does not
     * @param refusal why it was not approved; empty: it was
     * @param held what must be confirmed first
     */
    public record Published(String release, String embargo, String refusal, List<String> held) {}

    /**
     * What came of withdrawing a release.
     *
     * @param replacement the release made in its place; empty: none
     * @param alsoIn other releases that print the same
     */
    public record Withdrawn(String replacement, List<String> alsoIn) {}

    /**
     * Approves and publishes the draft.
     *
     * @param embargo a new one; nothing said: as it is
     */
    public Published publish(boolean confirmed, Optional<Instant> embargo) throws IOException {
        try (HikariDataSource database = Runner.open(settings)) {
            Migrations.migrate(database);
            Approval.Outcome outcome = new Approval(settings.output()).approve(confirmed, embargo, Instant.now());
            new Recording(settings.output(), new Warehouse(database)).complete();
            return new Published(outcome.release(), outcome.embargo(), outcome.refusal(), outcome.held());
        }
    }

    /**
     * Withdraws a release.
     *
     * @param erase whether its figures must disappear, from the warehouse too
     * @return nothing where no such release stands
     */
    public Optional<Withdrawn> withdraw(String release, String why, boolean erase) throws IOException {
        if (!ReleaseReader.names(settings.output()).contains(release) && Databases.isMissing(settings.warehouse())) {
            return Optional.empty();
        }
        try (HikariDataSource database = Runner.open(settings)) {
            Migrations.migrate(database);
            Warehouse warehouse = new Warehouse(database);
            new Publisher(settings.output()).recover();
            Recording recording = new Recording(settings.output(), warehouse);
            recording.complete();
            String url = settings.configuration().site().url();
            Optional<Withdrawal.Result> result = new Withdrawal(settings.output(), url, settings.date())
                    .withdraw(release, settings.period(), why, erase);
            recording.complete();
            if (result.isPresent()) {
                warehouse.withdraw(
                        settings.output().toAbsolutePath().normalize().toString(), release, why, erase);
            }
            return result.map(one -> new Withdrawn(one.replacement(), one.alsoIn()));
        }
    }
}
