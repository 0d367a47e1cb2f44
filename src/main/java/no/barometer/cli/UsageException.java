package no.barometer.cli;

/** Wrong usage, with what to do about it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
