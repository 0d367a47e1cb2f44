package no.barometer.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Which bundles are loaded together, and in which order: large ones alone, the largest first; small ones together, and
 * fewer together towards the end, so that all threads end at about the same time. There are as many partitions as threads;
 * each takes what is next until nothing is left. What is left follows from the plan; the execution contexts that Spring
 * Batch keeps are not asked, since a run that was killed may have left them empty, or filled with what has been loaded
 * since.
 */
final class Partitions implements Partitioner {
    static final String STEP = "bundles";

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final long SMALL_BYTES = 4L << 20;
    private static final int MOST_FILES = 256;
    private static final int LEAST_FILES = 16;

    private final Run run;
    private final int threads;
    private final Deque<Bundle> left = new ArrayDeque<>();

    Partitions(Run run) {
        this.run = run;
        this.threads = Math.max(1, run.settings().threads());
    }

    @Override
    public synchronized Map<String, ExecutionContext> partition(int gridSize) {
        left.clear();
        run.plan().todo().stream()
                .sorted(Comparator.comparingLong(Bundle::size).reversed().thenComparing(Bundle::id))
                .forEach(left::add);
        LOG.info("step load begins: {} bundles", left.size());
        run.progress().begin("load", left.size());
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 1; i <= Math.min(gridSize, left.size()); i++) {
            partitions.put(String.valueOf(i), new ExecutionContext());
        }
        return partitions;
    }

    /** What is to be loaded next, together; nothing where all is taken. */
    synchronized List<Bundle> next() {
        int most = Math.max(
                Math.min(LEAST_FILES, left.size() / threads), Math.min(MOST_FILES, left.size() / (2 * threads)));
        List<Bundle> together = new ArrayList<>();
        long bytes = 0;
        while (!left.isEmpty()
                && (together.isEmpty()
                        || (together.size() < most && bytes + left.getFirst().size() <= SMALL_BYTES))) {
            bytes += left.getFirst().size();
            together.add(left.removeFirst());
        }
        return together;
    }
}
