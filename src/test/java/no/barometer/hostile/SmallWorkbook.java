package no.barometer.hostile;

import java.util.Map;

/** The parts of a small workbook by name, in the alphabet's order. */
public final class SmallWorkbook {
    private SmallWorkbook() {}

    public static Map<String, String> parts() {
        return Parts.of(Parts.ROWS);
    }
}
