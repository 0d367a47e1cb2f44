package no.barometer.publish;

import java.util.Locale;

/** Why a published figure is another one in a later release. */
enum Why {
    /** Another content, or another file, was delivered. */
    CORRECTION,
    /** A delivery was taken out, or the whole survey. */
    REMOVED,
    /** The survey's definition changed. */
    DEFINITION,
    /** The program reads, computes or prints otherwise. */
    METHOD,
    /** It is withheld now; what it was is not printed again. */
    WITHHELD,
    /** The release that printed it was withdrawn. */
    WITHDRAWN,
    UNKNOWN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
