package no.barometer.sheet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Fills blocks on a thread of its own, in order, while the blocks before are being used.
 *
 * @param <T> a block, which is used again and again
 */
final class Ahead<T> implements AutoCloseable {
    private final BlockingQueue<Filled<T>> filled;
    private final BlockingQueue<T> empty;
    private final Filler<T> filler;
    private final Thread thread;
    private @Nullable Filled<T> current;

    /** Fills a block; {@code false} says that there is nothing more, not even in this one. */
    interface Filler<T> {
        boolean fill(T block) throws IOException;
    }

    /** A block with content; or the end, with what went wrong, if anything did. */
    private record Filled<T>(@Nullable T block, @Nullable Throwable failure) {}

    Ahead(List<T> blocks, Filler<T> filler) {
        this.filled = new ArrayBlockingQueue<>(blocks.size() + 1);
        this.empty = new ArrayBlockingQueue<>(blocks.size(), false, blocks);
        this.filler = filler;
        this.thread = new Thread(this::fill, "read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private void fill() {
        Throwable failure = null;
        try {
            T block = empty.take();
            while (filler.fill(block)) {
                filled.add(new Filled<>(block, null));
                block = empty.take();
            }
        } catch (InterruptedException closed) {
            return;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        filled.add(new Filled<>(null, failure));
    }

    /**
     * The next block, or null at the end. The one before may be filled again.
     *
     * @throws IOException as the filler did, as did other exceptions
     */
    @Nullable
    T next() throws IOException {
        Filled<T> before = current;
        try {
            if (before != null) {
                if (before.block() == null) {
                    return ended(before);
                }
                empty.put(before.block());
            }
            Filled<T> now = filled.take();
            current = now;
            return now.block() == null ? ended(now) : now.block();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while reading");
        }
    }

    private @Nullable T ended(Filled<T> end) throws IOException {
        Throwable failure = end.failure();
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        return null;
    }

    /** Lets the thread end, whatever is left. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
