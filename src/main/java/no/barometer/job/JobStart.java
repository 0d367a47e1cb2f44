package no.barometer.job;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import no.barometer.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.observability.jfr.events.job.JobExecutionEvent;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Resumes or abandons an unfinished run, or starts a new one. */
final class JobStart {
    private static final String NUMBER = "run";
    private static final String TARGET = "target";

    private final JobRepository repository;
    private final MapJobRegistry jobs = new MapJobRegistry();
    private final TaskExecutorJobOperator operator = new TaskExecutorJobOperator();

    /**
     * Puts Spring Batch together by hand: an application context would take longer than most runs' work.
     *
     * @param database where Spring Batch keeps its history
     */
    JobStart(DataSource database) throws Exception {
        JdbcJobRepositoryFactoryBean history = new JdbcJobRepositoryFactoryBean();
        history.setDataSource(database);
        history.setTransactionManager(new JdbcTransactionManager(database));
        history.afterPropertiesSet();
        repository = history.getObject();
        operator.setJobRepository(repository);
        operator.setJobRegistry(jobs);
        operator.afterPropertiesSet();
    }

    /** Loads what takes long to load, on whatever core is idle: with the events of jobs comes Java's flight recorder. */
    static Class<?> ready() throws ClassNotFoundException {
        return Class.forName(JobExecutionEvent.class.getName());
    }

    /**
     * Does the run, which gets its number.
     *
     * @param lastReported the highest number of a run that left a report: numbers go on where a warehouse was lost
     * @param target as {@link #target} says
     */
    JobExecution start(Run run, long lastReported, String target) throws Exception {
        Job job = new RunJob(repository, run).job();
        jobs.register(job);
        long last = lastReported;
        OptionalLong ended = run.warehouse().endedRun();
        last = Math.max(last, ended.orElse(0));
        JobExecution before = ended.isPresent() ? null : lastExecution();
        if (before != null) {
            long number = Objects.requireNonNull(before.getJobParameters().getLong(NUMBER));
            last = Math.max(last, number);
            if (before.getStatus().isRunning() || before.getStatus() == BatchStatus.UNKNOWN) {
                // we hold the lock, so whoever ran it is dead
                before = operator.recover(before);
            }
            boolean unfinished = before.getStatus() == BatchStatus.FAILED || before.getStatus() == BatchStatus.STOPPED;
            if (unfinished && target.equals(before.getJobParameters().getString(TARGET))) {
                run.numbered(number);
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

    /** Of the newest run; one that was killed before it had an execution never was. */
    private @Nullable JobExecution lastExecution() {
        JobInstance instance = repository.getLastJobInstance(RunJob.NAME);
        while (instance != null) {
            JobExecution last = repository.getLastJobExecution(instance);
            if (last != null) {
                return last;
            }
            repository.deleteJobInstance(instance);
            instance = repository.getLastJobInstance(RunJob.NAME);
        }
        return null;
    }

    /** Removes the history of runs that began before a time, but the newest. */
    void forget(Warehouse warehouse, LocalDateTime before) {
        for (long key : warehouse.runsBefore(before)) {
            JobInstance instance = repository.getJobInstance(key);
            if (instance != null) {
                repository.deleteJobInstance(instance);
            }
        }
    }

    /** The clock that Spring Batch writes down. */
    static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }

    /** What the run is to bring about, as one hash: files, definitions, output, release. */
    static String target(Run run) {
        StringBuilder target = new StringBuilder();
        run.surveys().forEach(survey -> target.append(survey.id()).append(survey.hash()));
        run.plan().files().forEach(file -> target.append(file.path()).append(file.sha256()));
        target.append(run.settings().output().toAbsolutePath())
                .append(run.settings().period())
                .append(run.settings().date());
        return HexFormat.of().formatHex(Inbox.sha256().digest(target.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
