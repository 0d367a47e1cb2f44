package no.barometer.sheet;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import no.barometer.problem.Kind;

/** Files that people take for spreadsheets, told by how they begin. */
final class OtherFormat {
    /** Those that hold a table and can be saved anew, and those that cannot. */
    private static final List<OtherFormat> ALL = List.of(
            table("an SPSS file", text -> text.startsWith("$FL2") || text.startsWith("$FL3")),
            table("an SPSS file", text -> text.startsWith("ASCII SPSS PORT FILE")),
            table("a Stata file", text -> text.startsWith("<stata_dta>") || isOldStata(text)),
            table("a SAS file", text -> text.startsWith("\u00c2\u00ea\u0081`", 12)),
            table("a SAS file", text -> text.startsWith("HEADER RECORD*******LIB")),
            table(
                    "an R file",
                    text -> text.startsWith("RDX2") || text.startsWith("RDX3") || text.startsWith("X\n\0\0\0")),
            table("a PDF document", text -> text.startsWith("%PDF")),
            table("an RTF document", text -> text.startsWith("{\\rtf")),
            table("a Parquet file", text -> text.startsWith("PAR1")),
            table("an SQLite database", text -> text.startsWith("SQLite format 3")),
            table("JSON", text -> text.startsWith("{\"") || text.startsWith("[{")),
            other("a RAR archive", text -> text.startsWith("Rar!")),
            other("a 7z archive", text -> text.startsWith("7z\u00bc\u00af")),
            other("an xz archive", text -> text.startsWith("\u00fd7zXZ")),
            other("a bzip2 archive", text -> text.startsWith("BZh")),
            other("a Zstandard archive", text -> text.startsWith("(\u00b5/\u00fd")),
            other("a picture", text -> text.startsWith("\u0089PNG") || text.startsWith("\u00ff\u00d8\u00ff")),
            other("a picture", text -> text.startsWith("GIF8")));

    private final Kind kind;
    private final String what;
    private final Predicate<String> test;

    private OtherFormat(Kind kind, String what, Predicate<String> test) {
        this.kind = kind;
        this.what = what;
        this.test = test;
    }

    private static OtherFormat table(String what, Predicate<String> test) {
        return new OtherFormat(Kind.UNSUPPORTED_FORMAT, what, test);
    }

    private static OtherFormat other(String what, Predicate<String> test) {
        return new OtherFormat(Kind.UNKNOWN_FORMAT, what, test);
    }

    /**
     * @param start the first bytes, as Latin-1
     * @throws Fault if they are those of another format
     */
    static void refuse(String start, Source source) {
        for (OtherFormat other : ALL) {
            if (other.test.test(start)) {
                throw source.fault(other.kind, other.what, FileFormat.READ);
            }
        }
        // without a byte order mark and the zeros of UTF-16
        String text = start.replaceAll("[\\x00\u00ef\u00bb\u00bf\u00fe\u00ff]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("mime-version:")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "a web archive or a mail", FileFormat.READ);
        }
        if (text.matches("(?s)<[a-z!?].*")) {
            refuseMarkup(text, source);
        }
    }

    private static void refuseMarkup(String text, Source source) {
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an XML spreadsheet of Excel 2003", FileFormat.READ);
        }
        if (text.contains("urn:oasis:names:tc:opendocument")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an OpenDocument file", FileFormat.READ);
        }
        if (text.matches("(?s).*<(!doctype html|html|head|body|table|meta|div)[\\s>].*")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an HTML page", FileFormat.READ);
        }
        // "<18" and "<none>" may begin a table of text
        if (text.startsWith("<?xml") || text.matches("(?s)<[a-z][^<>]*>\\s*<.*")) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "XML", FileFormat.READ);
        }
    }

    /** Release 104 to 115 of Stata's format, byte order, and the type that all have. */
    private static boolean isOldStata(String text) {
        return text.length() > 4
                && text.charAt(0) >= 104
                && text.charAt(0) <= 115
                && (text.charAt(1) == 1 || text.charAt(1) == 2)
                && text.charAt(2) == 1;
    }
}
