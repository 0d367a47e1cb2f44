package no.barometer.sheet;

/** Counts the bytes that a packed file unpacks to. */
final class Budget {
    private final Source source;
    private long spent;

    Budget(Source source) {
        this.source = source;
    }

    void spend(long bytes) {
        spent += bytes;
        if (spent > source.bounds().expandedBytes()) {
            throw source.tooLarge("it unpacks to more", source.bounds().expandedBytes(), "bytes unpacked");
        }
    }

    /** Text or a tag so long that no reader should be asked to hold it. */
    Fault endless(long bytes) {
        return source.tooLarge("a tag or text longer than " + bytes + " bytes", bytes, "bytes in one piece");
    }
}
