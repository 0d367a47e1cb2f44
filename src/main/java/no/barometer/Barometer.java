package no.barometer;

import no.barometer.cli.Commands;

/** Command line to exit code. */
public final class Barometer {
    private Barometer() {}

    public static void main(String[] args) {
        System.exit(Commands.execute(args));
    }
}
