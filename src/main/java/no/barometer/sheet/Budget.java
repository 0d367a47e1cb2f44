package no.barometer.sheet;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that a packed file unpacks to. */
final class Budget {
    private final Source source;
    private final long mostBytes;
    private final long ratioFloor;
    private final long mostByRatio;
    /** Parts may be unpacked on threads of their own. */
    private final AtomicLong spentSoFar = new AtomicLong();

    /** @param packed bytes that the source is packed in */
    Budget(Source source, long packed) {
        this.source = source;
        this.mostBytes = source.bounds().of(Bound.EXPANDED);
        this.ratioFloor = source.bounds().of(Bound.RATIO_FLOOR);
        long ratio = source.bounds().of(Bound.RATIO);
        this.mostByRatio = packed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : packed * ratio;
    }

    void spend(long bytes) {
        long spent = spentSoFar.addAndGet(bytes);
        if (spent > mostBytes) {
            throw source.over(Bound.EXPANDED, "it unpacks to more");
        }
        if (spent > ratioFloor && spent > mostByRatio) {
            throw source.over(Bound.RATIO, "it unpacks to " + spent + " bytes and more");
        }
        source.checkTime();
    }

    /** Text or a tag so long that no reader should be asked to hold it. */
    Fault endless() {
        return source.over(Bound.XML_PIECE, "a longer tag or text");
    }
}
