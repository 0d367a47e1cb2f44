package no.barometer.survey;

import java.util.Locale;

/** Who is counted in a base: those who gave a valid answer, or all who were asked. */
public enum BaseKind {
    VALID,
    ASKED;

    /** As in the tidy file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
