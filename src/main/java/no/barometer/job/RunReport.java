package no.barometer.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.problem.Problem;
import no.barometer.publish.DraftNote;
import no.barometer.publish.Published;
import no.barometer.publish.RunNote;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * What is written down of a run.
 *
 * @param file its faults
 */
record RunReport(RunNote note, Path file) {
    /** @param execution null where there was nothing to do */
    static RunNote note(Run run, String name, String started, @Nullable JobExecution execution, String message) {
        int faults = (int) run.problems().stream().filter(Problem::isError).count();
        @Nullable Published published = run.published();
        boolean made = published != null && published.made();
        @Nullable DraftNote draft = published == null ? null : published.draft();
        return new RunNote(
                name,
                started,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                run.loaded().size(),
                run.rejected().size(),
                faults,
                run.problems().size() - faults,
                run.rows(),
                published != null && made ? published.release() : "",
                published == null ? java.util.List.of() : published.changedTables(),
                published == null ? 0 : published.revisions().size(),
                status(run, execution, message),
                message,
                seconds(execution),
                draft == null ? "" : draft.release());
    }

    private static String status(Run run, @Nullable JobExecution execution, String message) {
        if (!message.isEmpty()) {
            boolean stopped = execution != null && cause(execution) instanceof SafePlaces.StoppedException;
            return stopped ? "stopped" : "failed";
        }
        return run.rejected().isEmpty() ? "done" : "rejected";
    }

    /** Why a run failed: the first failure at its root. */
    static Throwable cause(JobExecution execution) {
        Throwable cause = execution.getAllFailureExceptions().stream()
                .findFirst()
                .orElseGet(() ->
                        new IllegalStateException(execution.getExitStatus().toString()));
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Map<String, Double> seconds(@Nullable JobExecution execution) {
        Map<String, Double> seconds = new TreeMap<>();
        if (execution != null) {
            for (StepExecution step : execution.getStepExecutions()) {
                // partitions of a step are within it
                if (!step.getStepName().contains(":") && step.getStartTime() != null && step.getEndTime() != null) {
                    seconds.put(
                            step.getStepName(),
                            Duration.between(step.getStartTime(), step.getEndTime())
                                            .toMillis()
                                    / 1000.0);
                }
            }
        }
        return seconds;
    }
}
