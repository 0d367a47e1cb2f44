package no.barometer.job;

import java.util.List;
import no.barometer.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** A run as a job: receive, load, settle, publish. */
final class RunJob {
    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);
    static final String NAME = "run";

    private final PlatformTransactionManager none = new ResourcelessTransactionManager();
    private final JobRepository repository;
    private final Run run;

    RunJob(JobRepository repository, Run run) {
        this.repository = repository;
        this.run = run;
    }

    Job job() {
        return new JobBuilder(NAME, repository)
                .start(receive())
                .next(load())
                .next(settle())
                .next(publish())
                .build();
    }

    /** Remembers the hashes of what came in; the plan itself was made before the job, to see whether there is work. */
    private Step receive() {
        return step("receive", () -> run.warehouse().remember(run.plan().hashed()));
    }

    private Step load() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("load-");
        executor.setConcurrencyLimit(run.settings().threads());
        Loading loading = new Loading(run, reader(run.settings()));
        Partitions partitions = new Partitions(run);
        Tasklet worker = (contribution, context) -> {
            for (List<Bundle> next = partitions.next(); !next.isEmpty(); next = partitions.next()) {
                loading.load(next);
            }
            return RepeatStatus.FINISHED;
        };
        // what a resumed run finds to load is what was not loaded: whether a partition was complete is no matter
        Step bundles = new StepBuilder(Partitions.STEP, repository)
                .tasklet(worker, none)
                .allowStartIfComplete(true)
                .build();
        return new StepBuilder("load", repository)
                .partitioner(Partitions.STEP, partitions)
                .step(bundles)
                .gridSize(run.settings().threads())
                .taskExecutor(executor)
                .allowStartIfComplete(true)
                .build();
    }

    private Step settle() {
        Loading loading = new Loading(run, reader(run.settings()));
        return step("settle", () -> {
            run.progress().end();
            loading.settle();
        });
    }

    private Step publish() {
        Publishing publishing = new Publishing(run);
        return step("publish", () -> {
            run.published(run.places().change(() -> publishing.publish(run.progress(), run.gate())));
            run.found(publishing.problems());
            run.rejected(publishing.problems().stream()
                    .filter(Problem::isError)
                    .map(problem -> problem.at().delivery())
                    .toList());
        });
    }

    private interface Work {
        void work() throws Exception;
    }

    /** A step that is done again when a run is resumed: what it does follows from what is there. */
    private Step step(String name, Work work) {
        Tasklet tasklet = (contribution, context) -> {
            LOG.info("step {} begins", name);
            work.work();
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, none)
                .allowStartIfComplete(true)
                .build();
    }

    private static BundleReader reader(Settings settings) {
        return new BundleReader(
                settings.input(), ReadingBounds.of(settings.configuration().bounds()));
    }
}
