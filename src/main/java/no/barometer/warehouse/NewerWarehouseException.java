package no.barometer.warehouse;

/** The warehouse was made by a newer program, which alone understands it. */
public final class NewerWarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerWarehouseException(String message) {
        super(message);
    }
}
