package no.barometer;

/** Command line to exit code. */
public final class Barometer {
    private Barometer() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
