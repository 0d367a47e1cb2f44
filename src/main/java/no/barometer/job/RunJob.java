package no.barometer.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.barometer.problem.Problem;
import no.barometer.sheet.ReadOptions;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
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
    static final String NAME = "run";
    /** Names of the bundles of a partition, in its execution context. */
    private static final String BUNDLES = "bundles";

    private static final long SMALL_BYTES = 4L << 20;
    private static final int SMALL_FILES = 64;

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
                repository, "receive", () -> run.warehouse().remember(run.plan().files()));
    }

    @Bean
    Step load(JobRepository repository, Run run) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("load-");
        executor.setConcurrencyLimit(run.settings().threads());
        Loading loading = new Loading(run, new BundleReader(run.settings().input(), ReadOptions.Bounds.DEFAULT));
        // a resumed run finds nothing to do in a partition that was done, but its faults again
        Tasklet worker = (contribution, context) -> {
            String names = String.valueOf(
                    context.getStepContext().getStepExecutionContext().get(BUNDLES));
            loading.load(run.plan().todo().stream()
                    .filter(bundle -> List.of(names.split("\n")).contains(name(bundle)))
                    .toList());
            return RepeatStatus.FINISHED;
        };
        Step bundles =
                new StepBuilder("bundles", repository).tasklet(worker, none).build();
        return new StepBuilder("load", repository)
                .partitioner("bundles", partitions(run))
                .step(bundles)
                .gridSize(run.settings().threads())
                .taskExecutor(executor)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step settle(JobRepository repository, Run run) {
        Loading loading = new Loading(run, new BundleReader(run.settings().input(), ReadOptions.Bounds.DEFAULT));
        return step(repository, "settle", () -> {
            run.progress().end();
            loading.settle();
        });
    }

    @Bean
    Step publish(JobRepository repository, Run run) {
        Publishing publishing = new Publishing(run.settings(), run.surveys(), run.warehouse());
        return step(repository, "publish", () -> {
            run.published(publishing.publish(run.progress()));
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
            work.work();
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, none)
                .allowStartIfComplete(true)
                .build();
    }

    /** Large bundles alone, the largest first; small ones together. */
    private static Partitioner partitions(Run run) {
        return gridSize -> {
            List<Bundle> sorted = run.plan().todo().stream()
                    .sorted(Comparator.comparingLong(Bundle::size).reversed().thenComparing(Bundle::id))
                    .toList();
            run.progress().begin("load", sorted.size());
            int together = Math.max(1, Math.min(SMALL_FILES, sorted.size() / (2 * Math.max(1, gridSize))));
            Map<String, ExecutionContext> partitions = new HashMap<>();
            List<String> names = new ArrayList<>();
            long bytes = 0;
            for (Bundle bundle : sorted) {
                if (!names.isEmpty() && (bytes + bundle.size() > SMALL_BYTES || names.size() >= together)) {
                    put(partitions, names);
                    bytes = 0;
                }
                names.add(name(bundle));
                bytes += bundle.size();
            }
            put(partitions, names);
            return partitions;
        };
    }

    private static void put(Map<String, ExecutionContext> partitions, List<String> names) {
        if (!names.isEmpty()) {
            ExecutionContext context = new ExecutionContext();
            context.putString(BUNDLES, String.join("\n", names));
            partitions.put("part-" + partitions.size(), context);
            names.clear();
        }
    }

    private static String name(Bundle bundle) {
        return bundle.survey().id() + "/" + bundle.id();
    }
}
