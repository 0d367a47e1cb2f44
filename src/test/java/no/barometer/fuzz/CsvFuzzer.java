package no.barometer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import no.barometer.sheet.ReadOptions;

/**
 * The reader of text files: the first byte says what the block declares. A text without quotation marks is read again with
 * its first field in quotation marks, which are none of its content: its rows are the same.
 */
public final class CsvFuzzer {
    private static final String[] ENCODINGS = {"", "UTF-8", "windows-1252", "UTF-16LE"};

    /** Few lines, for they are read again and again. */
    private static final byte[] MUCH =
            ("a".repeat((1 << 14) - 3) + ";b\n").repeat(65).getBytes(StandardCharsets.US_ASCII);

    private CsvFuzzer() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int said = data[0];
        ReadOptions options = ReadingTry.options(
                ENCODINGS[said & 3],
                (said & 4) == 0 ? "" : ";",
                (said & 8) == 0 ? "" : "'",
                (said & 16) == 0 ? "" : "\\");
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        byte[] text = (said & 0xe0) == 0xe0 ? behindMuch(rest) : rest;
        List<String> rows = ReadingTry.of(Scratch.file("a.csv", text), options);
        byte quote = (byte) ((said & 8) == 0 ? '"' : '\'');
        boolean bytesAreCharacters = (said & 3) == 2;
        if (bytesAreCharacters && (said & 4) != 0 && isPlain(text, quote)) {
            List<String> parsed = ReadingTry.of(Scratch.file("a.csv", quoted(text, quote)), options);
            // what begins like another format is refused, and in quotation marks it does not
            if (!rows.isEmpty() && !parsed.isEmpty() && !rows.equals(parsed)) {
                throw new AssertionError(rows + " but with a quoted field " + parsed);
            }
        }
    }

    private static boolean isPlain(byte[] text, byte quote) {
        String all = new String(text, StandardCharsets.ISO_8859_1);
        boolean special = all.startsWith("\u00ef\u00bb\u00bf")
                || all.startsWith("\u00ff\u00fe")
                || all.startsWith("\u00fe\u00ff")
                || all.regionMatches(true, 0, "sep=", 0, 4)
                || all.startsWith("\u001f\u008b");
        return !special
                && all.indexOf(quote) < 0
                && all.indexOf('\\') < 0
                && all.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r');
    }

    /** The bytes behind so many lines that they are decoded on a thread of their own. */
    private static byte[] behindMuch(byte[] rest) {
        byte[] text = Arrays.copyOf(MUCH, MUCH.length + rest.length);
        System.arraycopy(rest, 0, text, MUCH.length, rest.length);
        return text;
    }

    private static byte[] quoted(byte[] text, byte quote) {
        int end = 0;
        while (end < text.length && text[end] != ';' && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        byte[] result = new byte[text.length + 2];
        result[0] = quote;
        System.arraycopy(text, 0, result, 1, end);
        result[end + 1] = quote;
        System.arraycopy(text, end, result, end + 2, text.length - end);
        return result;
    }
}
