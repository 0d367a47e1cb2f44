package no.barometer.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Secrets;
import no.barometer.problem.Problem;
import no.barometer.publish.Approval;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.DraftNote;
import no.barometer.publish.Gate;
import no.barometer.publish.Published;
import no.barometer.publish.Publisher;
import no.barometer.publish.ReleaseReader;
import no.barometer.publish.Reports;
import no.barometer.publish.RunNote;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.warehouse.BundleKey;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.SeenFile;
import no.barometer.warehouse.StoredBundle;
import no.barometer.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Does a run: sees whether there is work, starts the job, leaves a report. */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Settings settings;
    private final Progress progress;
    private final SafePlaces places;
    private Gate gate = Gate.open(Instant.now());
    private final String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    public Runner(Settings settings, Progress progress) {
        this(settings, progress, () -> true);
    }

    /** @param holding whether the run still has its lock */
    public Runner(Settings settings, Progress progress, BooleanSupplier holding) {
        this.settings = settings;
        this.progress = progress;
        this.places = new SafePlaces(holding);
    }

    /**
     * Does a run, holding the lock.
     *
     * @throws no.barometer.survey.BadDefinition if a definition cannot be used
     * @throws IllegalStateException if a step fails, with its cause
     */
    public Summary run() throws IOException {
        return run(List.of(), note -> false);
    }

    /**
     * Says how the run publishes.
     *
     * @param draft whether somebody is to look at the release first
     * @param embargo until when nothing is published; nothing said: as said before
     */
    public Runner gated(boolean draft, Optional<Instant> embargo) {
        gate = new Gate(draft, embargo, Instant.now());
        return this;
    }

    /** Lets no further change begin, and waits for those under way; whether all of them ended in time. */
    public boolean stop(Duration patience) {
        return places.stop(patience);
    }

    /** The same without some bundles, which are taken out first, and without the deliveries that are to be forgotten. */
    Summary run(List<BundleKey> removed, Predicate<DeliveryNote> forgotten) throws IOException {
        Meanwhile<Listing> listing = new Meanwhile<>("listing", () -> Listing.of(settings.input()));
        Inbox inbox = new Inbox(settings.input());
        try (Opening opening = new Opening(settings, () -> inbox.files(listing.get(), Map.of()))) {
            List<Survey> surveys = Definitions.read(settings.jobs());
            // read when publishing asks for it
            new Meanwhile<>("manifest", () -> ReleaseReader.newest(settings.output()));
            HikariDataSource database = opening.database();
            LOG.info("warehouse open");
            Warehouse warehouse = new Warehouse(database);
            if (!removed.isEmpty()) {
                warehouse.remove(removed.toArray(BundleKey[]::new));
            }
            Meanwhile<List<StoredBundle>> bundles = new Meanwhile<>("bundles", warehouse::bundles);
            new Publisher(settings.output()).recover();
            new Approval(settings.output()).publishIfDue(gate.now());
            new Recording(settings.output(), warehouse).complete();
            List<SeenFile> files =
                    opening.isNew() ? opening.hashed() : inbox.files(listing.get(), warehouse.seenFiles());
            // there will be a job; a new warehouse has seen to that while it was made
            if (!opening.isNew() && !inbox.hashed().isEmpty()) {
                new Meanwhile<>("job", JobStart::ready);
            }
            Intake intake = Intake.of(surveys, files);
            Plan plan = Plan.of(surveys, files, inbox.hashed(), intake, bundles.get(), inbox.problems());
            Run run = new Run(settings, surveys, warehouse, plan, progress, places, forgotten, gate);
            Publishing publishing = new Publishing(run);
            if (plan.todo().isEmpty() && publishing.upToDate(gate) && !warehouse.unfinishedRun()) {
                run.found(publishing.problems());
                new Approval(settings.output()).hold(gate);
                return Summary.of(run, nothingNew(run));
            }
            return worked(run, database);
        }
    }

    static HikariDataSource open(Settings settings) {
        Configuration.WarehouseAccess access = settings.configuration().warehouse();
        return Databases.open(
                settings.warehouse(), access.user(), Secrets.of("warehouse", access.password(), access.passwordFile()));
    }

    /** What is wrong still stands in the report of the run before; it is written again, in case it was lost. */
    private RunReport nothingNew(Run run) throws IOException {
        Reports reports = new Reports(settings.output());
        String newest = reports.newest().orElse("run-0");
        RunNote before = reports.notes().stream()
                .filter(note -> note.run().equals(newest))
                .findFirst()
                .orElseGet(() -> RunReport.note(run, newest, started, null, ""));
        return new RunReport(before, reports.write(before, run.problems()));
    }

    private Summary worked(Run run, DataSource database) throws IOException {
        Reports reports = new Reports(settings.output());
        try {
            Meanwhile<String> target = new Meanwhile<>("target", () -> JobStart.target(run));
            JobStart start = new JobStart(database);
            JobExecution execution = start.start(run, reports.highest(), target.get());
            boolean completed = execution.getStatus() == BatchStatus.COMPLETED;
            Throwable cause = completed ? null : RunReport.cause(execution);
            RunNote note = RunReport.note(
                    run, "run-" + run.number(), started, execution, cause == null ? "" : Failure.told(cause));
            LOG.atInfo()
                    .addKeyValue("run", run.number())
                    .addKeyValue("status", note.status())
                    .addKeyValue("loaded", note.loaded())
                    .addKeyValue("rejected", note.rejected())
                    .addKeyValue("faults", note.faults())
                    .addKeyValue("release", note.release())
                    .log("run ended");
            Path report = reports.write(note, run.problems());
            if (!completed) {
                throw new IllegalStateException("the run failed: " + note.message(), cause);
            }
            Configuration.Keep keep = settings.configuration().keep();
            start.forget(run.warehouse(), JobStart.now().minus(keep.history()));
            reports.forget(Instant.now().minus(keep.reports()));
            return Summary.of(run, new RunReport(note, report));
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception notStarted) {
            throw new IllegalStateException("the run could not be started", notStarted);
        }
    }

    /** What a run came to. */
    public record Summary(
            int deliveries,
            int rejected,
            List<Problem> problems,
            String release,
            boolean released,
            List<String> changedTables,
            int revisions,
            Path report,
            RunNote note,
            @Nullable DraftNote draft) {

        static Summary of(Run run, RunReport report) throws IOException {
            @Nullable Published published = run.published();
            boolean released = published != null && published.made();
            return new Summary(
                    run.loaded().size(),
                    run.rejected().size(),
                    run.problems(),
                    published == null ? "" : published.release(),
                    released,
                    published == null ? List.of() : published.changedTables(),
                    published == null ? 0 : published.revisions().size(),
                    report.file(),
                    report.note(),
                    released ? null : Approval.note(run.settings().output()).orElse(null));
        }

        /** Name of the release that waits in {@code output/draft}; empty: none does. */
        public String waiting() {
            return draft == null ? "" : draft.release();
        }

        /** Until when an embargo holds back whatever comes; empty: there is none. */
        public String embargo() {
            return draft != null && draft.embargoed(Instant.now()) ? draft.embargo() : "";
        }

        /** Whether what waits is published without anybody saying more. */
        public boolean approved() {
            return draft != null && draft.ready();
        }

        /** What somebody must confirm before it is published. */
        public List<String> held() {
            return draft == null || draft.confirmed() ? List.of() : draft.held();
        }
    }
}
