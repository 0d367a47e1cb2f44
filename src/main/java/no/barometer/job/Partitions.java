package no.barometer.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Which bundles are loaded together: large ones alone, the largest first; small ones together. What a partition holds is
 * kept in memory and follows from the plan; the execution contexts that Spring Batch keeps are not asked, since a run
 * that was killed may have left them empty, or filled with what has been loaded since.
 */
final class Partitions implements Partitioner {
    static final String STEP = "bundles";

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final long SMALL_BYTES = 4L << 20;
    private static final int SMALL_FILES = 256;

    private final Run run;
    private final Map<String, List<Bundle>> byName = new ConcurrentHashMap<>();

    Partitions(Run run) {
        this.run = run;
    }

    /** The bundles of the step that a partition's work is. */
    List<Bundle> bundles(String stepName) {
        return Objects.requireNonNull(byName.get(stepName), stepName);
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<Bundle> sorted = run.plan().todo().stream()
                .sorted(Comparator.comparingLong(Bundle::size).reversed().thenComparing(Bundle::id))
                .toList();
        LOG.info("step load begins: {} bundles", sorted.size());
        run.progress().begin("load", sorted.size());
        int most = Math.max(1, Math.min(SMALL_FILES, sorted.size() / (2 * Math.max(1, gridSize))));
        Map<String, ExecutionContext> partitions = new HashMap<>();
        List<Bundle> together = new ArrayList<>();
        long bytes = 0;
        for (Bundle bundle : sorted) {
            if (!together.isEmpty() && (bytes + bundle.size() > SMALL_BYTES || together.size() >= most)) {
                put(partitions, together);
                bytes = 0;
            }
            together.add(bundle);
            bytes += bundle.size();
        }
        put(partitions, together);
        return partitions;
    }

    /** Named for what it holds, so that a resumed run takes no partition for another. */
    private void put(Map<String, ExecutionContext> partitions, List<Bundle> together) {
        if (!together.isEmpty()) {
            String bundles = together.stream()
                    .map(bundle -> bundle.survey().id() + "/" + bundle.id())
                    .collect(Collectors.joining("\n"));
            byte[] hash = Inbox.sha256().digest(bundles.getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(hash, 0, 16);
            byName.put(STEP + ":" + name, List.copyOf(together));
            partitions.put(name, new ExecutionContext());
            together.clear();
        }
    }
}
