package no.barometer.warehouse;

/** The database cannot be reached: the message says which, and why. */
public final class WarehouseUnavailableException extends RuntimeException {
    public WarehouseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
