package no.barometer.warehouse;

/**
 * Gives one delivery's observations their keys, which count on from its own key times 2^32: so they lie together in the
 * table and are found without an index.
 */
final class ObservationKeys {
    final int delivery;
    private long next;

    ObservationKeys(int delivery) {
        this.delivery = delivery;
        this.next = first(delivery);
    }

    static long first(int delivery) {
        return (long) delivery << 32;
    }

    long next() {
        return next++;
    }
}
