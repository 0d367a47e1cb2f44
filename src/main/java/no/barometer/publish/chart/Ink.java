package no.barometer.publish.chart;

import java.util.Locale;

/**
 * What a mark is drawn with. The colours of series differ in lightness as well as hue, so that colour-blind readers tell
 * them apart, and have a contrast of at least 4.5 on white, since labels are written in them.
 */
enum Ink {
    TEXT("kt", 0x1c2430),
    SOFT("ks", 0x55606e),
    GRID("kg", 0xdde2e8),
    AXIS("kx", 0x8a94a1),
    GROUND("kw", 0xffffff),
    A("k1", 0x0b5cad),
    B("k2", 0xb8430a),
    C("k3", 0x0f766e),
    D("k4", 0x8e2a9c),
    E("k5", 0x7a5a00),
    F("k6", 0x3f4855);

    private static final Ink[] SERIES = {A, B, C, D, E, F};

    /** How many series have a colour of their own. */
    static final int COLOURS = SERIES.length;

    private final String code;
    private final int rgb;

    Ink(String code, int rgb) {
        this.code = code;
        this.rgb = rgb;
    }

    static Ink series(int index) {
        return SERIES[index % COLOURS];
    }

    int rgb() {
        return rgb;
    }

    /** The class of style sheets. */
    String code() {
        return code;
    }

    String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
