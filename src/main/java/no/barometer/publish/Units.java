package no.barometer.publish;

import java.util.Locale;

/** A figure with its unit, as it is said. */
final class Units {
    private Units() {}

    /** @param figure in the language's own digits and signs */
    static String figure(Words words, String figure, String unit) {
        return switch (unit) {
            case "percent" -> figure + " " + words.get("unit.percent");
            case "points" -> {
                boolean one = figure.equals("1") || figure.equals("\u22121");
                yield figure + " " + words.get(one ? "unit.point" : "unit.points");
            }
            case "number" -> figure;
            default -> figure + " " + words.getOr("unit." + unit, unit);
        };
    }

    /** A text that another sentence may follow. */
    static String ended(String text) {
        return text.matches("(?s).*[.?!…]") ? text : text + ".";
    }

    /** A text that begins a line. */
    static String capital(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
