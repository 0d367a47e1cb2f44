package no.barometer.publish.chart;

import java.util.HexFormat;

/**
 * What a mark is drawn with. The colours of series differ in lightness as well as hue, so that colour-blind readers tell
 * them apart, and have a contrast of at least 4.5 on white, since labels are written in them.
 */
enum Ink {
    TEXT("kt", 0x1c2430, 0xe7ebf0),
    SOFT("ks", 0x55606e, 0xa9b4c1),
    GRID("kg", 0xdde2e8, 0x2a323c),
    AXIS("kx", 0x8a94a1, 0x7d8896),
    GROUND("kw", 0xffffff, 0x12161c),
    A("k1", 0x0b5cad, 0x6fb2f5),
    B("k2", 0xb8430a, 0xff9a66),
    C("k3", 0x0f766e, 0x3fc9b8),
    D("k4", 0x8e2a9c, 0xe08cf0),
    E("k5", 0x7a5a00, 0xe0b84a),
    F("k6", 0x3f4855, 0xb9c3cf);

    private static final Ink[] SERIES = {A, B, C, D, E, F};

    /** How many series have a colour of their own. */
    static final int COLOURS = SERIES.length;

    private final String code;
    private final int rgb;
    private final int dark;

    Ink(String code, int rgb, int dark) {
        this.code = code;
        this.rgb = rgb;
        this.dark = dark;
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
        return hex(rgb);
    }

    /** On dark ground, as the style sheet of pages has it. */
    String darkHex() {
        return hex(dark);
    }

    private static String hex(int rgb) {
        return "#" + HexFormat.of().toHexDigits(rgb, 6);
    }
}
