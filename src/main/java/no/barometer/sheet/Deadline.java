package no.barometer.sheet;

/** When something must be over. */
record Deadline(long nanos) {
    static Deadline in(long seconds) {
        // more than a century would overflow
        return new Deadline(System.nanoTime() + Math.min(seconds, 1L << 31) * 1_000_000_000L);
    }

    boolean isOver() {
        return System.nanoTime() - nanos > 0;
    }
}
