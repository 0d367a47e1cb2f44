package no.barometer;

import no.barometer.cli.Commands;
import org.slf4j.LoggerFactory;

/** Command line to exit code. */
public final class Barometer {
    private Barometer() {}

    public static void main(String[] args) {
        LoggerFactory.getILoggerFactory(); // set up by one thread, before several ask for loggers at once
        System.exit(Commands.execute(args));
    }
}
