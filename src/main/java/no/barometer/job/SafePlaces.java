package no.barometer.job;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * Where a run may end before its time: between changes of warehouse or output, never within one. Several threads may be
 * within a change each.
 */
final class SafePlaces {
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();
    private final BooleanSupplier holding;
    private volatile boolean stopping;

    /** @param holding whether the run still has its lock */
    SafePlaces(BooleanSupplier holding) {
        this.holding = holding;
    }

    /**
     * Makes a change.
     *
     * @throws StoppedException if the run is to stop, or has lost its lock to another one; nothing is changed
     */
    <T> T change(Callable<T> work) throws Exception {
        changes.readLock().lock();
        try {
            if (stopping) {
                throw new StoppedException("the run was asked to stop");
            }
            if (!holding.getAsBoolean()) {
                throw new StoppedException("the run lost its lock on the warehouse");
            }
            return work.call();
        } finally {
            changes.readLock().unlock();
        }
    }

    /** Lets no further change begin, and waits for those under way; whether all of them ended in time. */
    boolean stop(Duration patience) {
        stopping = true;
        try {
            return changes.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A run ended at a safe place; the next one goes on from there. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(String message) {
            super(message);
        }
    }
}
