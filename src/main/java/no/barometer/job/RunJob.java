package no.barometer.job;

import javax.sql.DataSource;
import no.barometer.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A run as a job: receive, load, settle, publish. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class RunJob {
    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);
    static final String NAME = "run";

    private final PlatformTransactionManager none = new ResourcelessTransactionManager();

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Job job(JobRepository repository, Step receive, Step load, Step settle, Step publish) {
        return new JobBuilder(NAME, repository)
                .start(receive)
                .next(load)
                .next(settle)
                .next(publish)
                .build();
    }

    /** Remembers the hashes of what came in; the plan itself was made before the job, to see whether there is work. */
    @Bean
    Step receive(JobRepository repository, Run run) {
        return step(
                repository, "receive", () -> run.warehouse().remember(run.plan().hashed()));
    }

    @Bean
    Step load(JobRepository repository, Run run) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("load-");
        executor.setConcurrencyLimit(run.settings().threads());
        Loading loading = new Loading(run, reader(run.settings()));
        Partitions partitions = new Partitions(run);
        Tasklet worker = (contribution, context) -> {
            loading.load(partitions.bundles(context.getStepContext().getStepName()));
            return RepeatStatus.FINISHED;
        };
        // what a resumed run finds to load is what was not loaded: whether a step of that name was complete is no
        // matter
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

    @Bean
    Step settle(JobRepository repository, Run run) {
        Loading loading = new Loading(run, reader(run.settings()));
        return step(repository, "settle", () -> {
            run.progress().end();
            loading.settle();
        });
    }

    @Bean
    Step publish(JobRepository repository, Run run) {
        Publishing publishing =
                new Publishing(run.settings(), run.surveys(), run.warehouse(), run::stored, run.forgotten());
        return step(repository, "publish", () -> {
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
    private Step step(JobRepository repository, String name, Work work) {
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
