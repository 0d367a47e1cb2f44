package no.barometer.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import no.barometer.warehouse.NewerWarehouseException;
import no.barometer.warehouse.WarehouseUnavailableException;

/** What went wrong outside the program, said so that an operator knows what to do. */
public final class Failure {
    private Failure() {}

    /** What to print of a failure that is no bug; nothing for a bug. */
    public static Optional<String> known(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            String text = String.valueOf(one.getMessage());
            String lower = text.toLowerCase(Locale.ROOT);
            if (one instanceof SafePlaces.StoppedException) {
                return Optional.of("Stopped at a safe place: " + text + ". The next run goes on from there.");
            }
            if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("disk full")) {
                return Optional.of("The disk is full: " + text
                        + ". What was published stays as it was. Make room, then run again.");
            }
            if (lower.contains("read-only file system") || one instanceof AccessDeniedException) {
                return Optional.of("Nothing can be written there: " + text
                        + ". What was published stays as it was. Change the rights, or name another folder.");
            }
            if (lower.contains("already in use") || lower.contains("locked by another process")) {
                return Optional.of("Another program has the warehouse open (" + text + "). Close it, then run again.");
            }
            if (one instanceof WarehouseUnavailableException || one instanceof NewerWarehouseException) {
                return Optional.of(text);
            }
            if (lostConnection(one, lower)) {
                return Optional.of(
                        "The connection to the warehouse was lost: " + text + ". The next run goes on from there.");
            }
        }
        return Optional.empty();
    }

    /** What to print of any failure, a bug included. */
    public static String told(Throwable thrown) {
        return known(thrown).orElseGet(() -> thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
    }

    private static boolean lostConnection(Throwable one, String lower) {
        boolean ofDatabase = one.getClass().getName().startsWith("org.postgresql.")
                || one.getClass().getName().startsWith("java.sql.");
        boolean ofNetwork = one instanceof IOException && !(one instanceof FileSystemException);
        return (ofDatabase || ofNetwork)
                && (lower.contains("connection")
                        || lower.contains("terminating")
                        || lower.contains("i/o error")
                        || lower.contains("shutting down")
                        || lower.contains("starting up"));
    }
}
