package no.barometer.problem;

import java.util.Locale;

/** Texts of other people, with what cannot be seen in them shown by its code. */
public final class Visible {
    private Visible() {}

    /** The text; a character that cannot be seen, and may be all that differs, stands as {@code [U+00AD]}. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Visible::isInvisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                visible.append(String.format(Locale.ROOT, "[U+%04X]", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean isInvisible(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
        return control || Character.getType(c) == Character.FORMAT;
    }
}
