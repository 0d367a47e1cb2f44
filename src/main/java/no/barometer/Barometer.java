package no.barometer;

import java.util.concurrent.FutureTask;
import no.barometer.cli.Commands;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Command line to exit code. */
public final class Barometer {
    private Barometer() {}

    public static void main(String[] args) {
        // set up beside the command line, but by one thread, before several ask for loggers at once
        FutureTask<ILoggerFactory> logging = new FutureTask<>(LoggerFactory::getILoggerFactory);
        new Thread(logging, "logging").start();
        System.exit(Commands.execute(() -> await(logging), args));
    }

    private static void await(FutureTask<ILoggerFactory> logging) {
        try {
            logging.get();
        } catch (Exception e) {
            throw new IllegalStateException("no logging", e);
        }
    }
}
