package no.barometer.sheet;

import java.util.BitSet;
import org.apache.poi.hssf.record.common.UnicodeString;

/** Superscript: a footnote's number that is told from a figure's digits by nothing but its format. */
final class Raised {
    private static final String PLAIN = "0123456789+-=()";
    private static final String RAISED =
            "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e";

    private Raised() {}

    /** The raised form of a digit, sign or bracket; letters and all else stay as they are. */
    static char of(char c) {
        int at = PLAIN.indexOf(c);
        return at < 0 ? c : RAISED.charAt(at);
    }

    /** @param fonts which of the workbook's fonts are raised, by the index that runs use */
    static String of(UnicodeString text, BitSet fonts) {
        String plain = text.getString();
        if (fonts.isEmpty() || text.getFormatRunCount() == 0) {
            return plain;
        }
        StringBuilder raised = new StringBuilder(plain);
        for (int run = 0; run < text.getFormatRunCount(); run++) {
            int end = run + 1 < text.getFormatRunCount()
                    ? text.getFormatRun(run + 1).getCharacterPos()
                    : plain.length();
            if (fonts.get(text.getFormatRun(run).getFontIndex())) {
                for (int i = Math.max(0, text.getFormatRun(run).getCharacterPos());
                        i < Math.min(end, plain.length());
                        i++) {
                    raised.setCharAt(i, of(plain.charAt(i)));
                }
            }
        }
        return raised.toString();
    }
}
