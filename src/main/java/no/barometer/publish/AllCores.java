package no.barometer.publish;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Makes the parts of a list on as many threads as there are cores. */
final class AllCores {
    private AllCores() {}

    /** Makes one part. */
    interface Part<T> {
        T make(int index) throws IOException;
    }

    /**
     * Returns or throws when no part is still being made.
     *
     * @return the parts in their order
     */
    static <T> List<T> make(int count, Part<T> part) throws IOException {
        Object[] made = new Object[count];
        // who is free takes the next: parts dealt out beforehand would leave a core idle in the end
        AtomicInteger next = new AtomicInteger();
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, Math.min(count, ForkJoinPool.getCommonPoolParallelism() + 1))
                .parallel()
                .forEach(thread -> {
                    try {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            made[i] = part.make(i);
                        }
                    } catch (IOException | RuntimeException e) {
                        failures.add(e);
                        next.set(count);
                    }
                });
        Exception failure = failures.peek();
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        @SuppressWarnings("unchecked")
        List<T> parts = (List<T>) List.of(made);
        return parts;
    }
}
