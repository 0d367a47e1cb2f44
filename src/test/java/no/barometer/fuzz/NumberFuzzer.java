package no.barometer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import no.barometer.layout.Numbers;
import no.barometer.layout.Numbers.Ambiguous;
import no.barometer.layout.Numbers.Plain;
import no.barometer.layout.Numbers.Reading;

/** The reader of numbers: where no locale is known nothing is read that a locale would read otherwise. */
public final class NumberFuzzer {
    private static final List<String> LOCALES = List.of("nb", "en", "csv", "de-CH");

    private NumberFuzzer() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Reading unknown = Numbers.read(text, "");
        Reading comma = Numbers.read(text, "nb");
        Reading dot = Numbers.read(text, "en");
        for (String locale : LOCALES) {
            if (Numbers.read(text, locale) instanceof Ambiguous) {
                throw new AssertionError("in doubt though the locale is " + locale);
            }
        }
        if (unknown instanceof Plain plain) {
            if (!Double.isFinite(plain.value())) {
                throw new AssertionError("no number: " + plain);
            }
            if (!plain.equals(comma) && !plain.equals(dot)) {
                throw new AssertionError("read as no locale reads it: " + plain);
            }
            if ((comma instanceof Plain && !plain.equals(comma)) || (dot instanceof Plain && !plain.equals(dot))) {
                throw new AssertionError("guessed: " + plain + " of " + comma + " and " + dot);
            }
        } else if (unknown instanceof Ambiguous ambiguous) {
            if (new HashSet<>(ambiguous.readings()).size() < 2) {
                throw new AssertionError("no doubt: " + ambiguous);
            }
        } else if (comma instanceof Plain && comma.equals(dot)) {
            throw new AssertionError("not read, though all locales agree on " + comma);
        }
    }
}
