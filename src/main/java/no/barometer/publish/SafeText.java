package no.barometer.publish;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet does not run. A formula begins with one of {@code = + - @} (full-width forms too) at the start
 * of a cell, after blanks, or where a program that splits at semicolons, tabs or line ends would start a new cell; an
 * apostrophe before it makes it text. Plain numbers stay.
 */
final class SafeText {
    private static final String BLANKS = "[\\p{Z}\\s\\p{Cc}\\p{Cf}]*";
    private static final String STARTERS = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");
    private static final Pattern FORMULA = Pattern.compile("^(?=" + BLANKS + STARTERS + "|[\\t\\r\\n])");
    private static final Pattern LATER_CELL = Pattern.compile("([;\\t\\r\\n]" + BLANKS + ")(?=" + STARTERS + ")");

    private SafeText() {}

    static String of(String text) {
        if (plain(text) || NUMBER.matcher(text).matches()) {
            return text;
        }
        String later = LATER_CELL.matcher(text).replaceAll("$1'");
        return FORMULA.matcher(later).find() ? "'" + later : later;
    }

    /** Most cells are ids: a letter or digit first, nothing to split at. */
    private static boolean plain(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        boolean sound = first < 0x80 && Character.isLetterOrDigit(first);
        for (int i = 1; sound && i < text.length(); i++) {
            char c = text.charAt(i);
            sound = c != ';' && c >= ' ';
        }
        return sound;
    }
}
