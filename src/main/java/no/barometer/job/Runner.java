package no.barometer.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Secrets;
import no.barometer.problem.Problem;
import no.barometer.publish.Published;
import no.barometer.publish.Reports;
import no.barometer.publish.RunNote;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.Migrations;
import no.barometer.warehouse.SeenFile;
import no.barometer.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Does a run: sees whether there is work, resumes or abandons an unfinished run, starts the job. */
public final class Runner {
    private static final String NUMBER = "run";
    private static final String TARGET = "target";

    private final Settings settings;
    private final Progress progress;

    public Runner(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Does a run, holding the lock.
     *
     * @throws no.barometer.survey.BadDefinition if a definition cannot be used
     * @throws IllegalStateException if a step fails, with its cause
     */
    public Summary run() throws IOException {
        String started = now();
        Configuration.WarehouseAccess access = settings.configuration().warehouse();
        List<Survey> surveys = Definitions.read(settings.jobs());
        try (HikariDataSource database = Databases.open(
                settings.warehouse(),
                access.user(),
                Secrets.of("warehouse", access.password(), access.passwordFile()))) {
            Migrations.migrate(database);
            Warehouse warehouse = new Warehouse(database);
            Inbox inbox = new Inbox(settings.input());
            List<SeenFile> files = inbox.files(warehouse.seenFiles());
            Plan plan =
                    Plan.of(surveys, files, warehouse.bundleFingerprints(), warehouse.deliveries(), inbox.problems());
            Run run = new Run(settings, surveys, warehouse, plan, progress);
            if (plan.todo().isEmpty() && new Publishing(settings, surveys, warehouse).upToDate()) {
                return Summary.of(run, nothingNew(run));
            }
            work(run, database);
            Path report = new Reports(settings.output()).write(note(run, started), run.problems());
            return Summary.of(run, report);
        }
    }

    /** What is wrong still stands in the report of the run before; it is written again, in case it was lost. */
    private Path nothingNew(Run run) throws IOException {
        Reports reports = new Reports(settings.output());
        String newest = reports.newest().orElse("run-0");
        String now = now();
        RunNote before = reports.notes().stream()
                .filter(note -> note.run().equals(newest))
                .findFirst()
                .orElse(new RunNote(newest, now, now, 0, 0, 0, 0, ""));
        return reports.write(before, run.problems());
    }

    private static RunNote note(Run run, String started) {
        int faults = (int) run.problems().stream().filter(Problem::isError).count();
        Published published = run.published();
        return new RunNote(
                "run-" + run.number(),
                started,
                now(),
                run.loaded().size(),
                run.rejected().size(),
                faults,
                run.problems().size() - faults,
                published != null && published.made() ? published.release() : "");
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void work(Run run, DataSource database) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean("dataSource", DataSource.class, () -> database);
            context.registerBean(Run.class, () -> run);
            context.register(RunJob.class);
            context.refresh();
            JobExecution execution = start(run, context);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                Throwable cause =
                        execution.getAllFailureExceptions().stream().findFirst().orElse(null);
                throw new IllegalStateException(
                        "the run failed: " + execution.getExitStatus().getExitCode(), root(cause));
            }
        } catch (IllegalStateException failed) {
            throw failed;
        } catch (Exception notStarted) {
            throw new IllegalStateException("the run could not be started", notStarted);
        }
    }

    private static @Nullable Throwable root(@Nullable Throwable thrown) {
        return thrown != null && thrown.getCause() != null && thrown.getCause() != thrown ? thrown.getCause() : thrown;
    }

    private JobExecution start(Run run, AnnotationConfigApplicationContext context) throws Exception {
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        Job job = context.getBean(Job.class);
        String target = target(run);
        long last = 0;
        JobInstance instance = repository.getLastJobInstance(RunJob.NAME);
        if (instance != null) {
            JobExecution before = Objects.requireNonNull(repository.getLastJobExecution(instance));
            last = Objects.requireNonNull(before.getJobParameters().getLong(NUMBER));
            if (before.getStatus().isRunning() || before.getStatus() == BatchStatus.UNKNOWN) {
                // we hold the lock, so whoever ran it is dead
                before = operator.recover(before);
            }
            boolean unfinished = before.getStatus() == BatchStatus.FAILED || before.getStatus() == BatchStatus.STOPPED;
            if (unfinished && target.equals(before.getJobParameters().getString(TARGET))) {
                run.numbered(last);
                return operator.restart(before);
            } else if (unfinished) {
                operator.abandon(before);
            }
        }
        run.numbered(last + 1);
        JobParameters parameters = new JobParametersBuilder()
                .addLong(NUMBER, last + 1)
                .addString(TARGET, target, false)
                .toJobParameters();
        return operator.start(job, parameters);
    }

    /** What the run is to bring about, as one hash: files, definitions, output, release. */
    private String target(Run run) {
        StringBuilder target = new StringBuilder();
        run.surveys().forEach(survey -> target.append(survey.id()).append(survey.hash()));
        run.plan().files().forEach(file -> target.append(file.path()).append(file.sha256()));
        target.append(settings.output().toAbsolutePath())
                .append(settings.period())
                .append(settings.date());
        return HexFormat.of().formatHex(Inbox.sha256().digest(target.toString().getBytes(StandardCharsets.UTF_8)));
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
            Path report) {

        static Summary of(Run run, Path report) {
            Published published = run.published();
            return new Summary(
                    run.loaded().size(),
                    run.rejected().size(),
                    run.problems(),
                    published == null ? "" : published.release(),
                    published != null && published.made(),
                    published == null ? List.of() : published.changedTables(),
                    published == null ? 0 : published.revisions().size(),
                    report);
        }
    }
}
