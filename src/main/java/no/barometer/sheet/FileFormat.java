package no.barometer.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import no.barometer.problem.Kind;

/** What a file is, by its first bytes. */
enum FileFormat {
    XLSX(".xlsx .xlsm "),
    XLS(".xls "),
    TEXT(".csv .tsv .txt ");

    static final String READ = ".xlsx, .xlsm, .xls, .csv, .tsv or .txt";

    /** How files begin that people take for spreadsheets. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("$FL2", "an SPSS file"),
            Map.entry("$FL3", "an SPSS file"),
            Map.entry("%PDF", "a PDF document"),
            Map.entry("{\\rtf", "an RTF document"),
            Map.entry("<stata_dta>", "a Stata file"),
            Map.entry("PAR1", "a Parquet file"),
            Map.entry("SQLite format 3", "an SQLite database"));

    private static final Map<String, String> UNKNOWN = Map.ofEntries(
            Map.entry("Rar!", "a RAR archive"),
            Map.entry("7z\u00bc\u00af", "a 7z archive"),
            Map.entry("\u00fd7zXZ", "an xz archive"),
            Map.entry("BZh", "a bzip2 archive"),
            Map.entry("(\u00b5/\u00fd", "a Zstandard archive"),
            Map.entry("\u0089PNG", "a picture"),
            Map.entry("\u00ff\u00d8\u00ff", "a picture"),
            Map.entry("GIF8", "a picture"));

    private final String endings;

    /** @param endings each followed by a space */
    FileFormat(String endings) {
        this.endings = endings;
    }

    /** @param ending with its dot, in lower case */
    boolean hasEnding(String ending) {
        return endings.contains(ending + " ");
    }

    /** In words, for problems. */
    String described() {
        return switch (this) {
            case XLSX -> "an .xlsx workbook";
            case XLS -> "an .xls workbook";
            case TEXT -> "text";
        };
    }

    /**
     * @param head the first bytes of the content
     * @throws Fault if it is none that is read
     */
    static FileFormat of(byte[] head, Source source) {
        String start = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return XLSX;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return XLS;
        }
        // a beginning-of-file record of BIFF 2, 3 or 4
        if (start.length() > 4
                && start.charAt(0) == 9
                && " \u0000\u0002\u0004".indexOf(start.charAt(1)) > 0
                && start.charAt(3) == 0) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "a workbook of Excel 4 or older", READ);
        }
        FOREIGN.forEach((magic, what) -> {
            if (start.startsWith(magic)) {
                throw source.fault(Kind.UNSUPPORTED_FORMAT, what, READ);
            }
        });
        UNKNOWN.forEach((magic, what) -> {
            if (start.startsWith(magic)) {
                throw source.fault(Kind.UNKNOWN_FORMAT, what, READ);
            }
        });
        refuseMarkup(start, source);
        refuseBinary(head, source);
        return TEXT;
    }

    private static void refuseMarkup(String start, Source source) {
        // without a byte order mark and the zeros of UTF-16
        String text = start.replaceAll("[\\x00\u00ef\u00bb\u00bf\u00fe\u00ff]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean xml = text.startsWith("<?xml");
        if (text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || text.startsWith("<head")
                || text.startsWith("<table")
                || (xml && text.contains("<html"))) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an HTML page", READ);
        }
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an XML spreadsheet of Excel 2003", READ);
        }
        if (xml) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "XML", READ);
        }
    }

    private static void refuseBinary(byte[] head, Source source) {
        int control = 0;
        int length = Math.min(head.length, 4096);
        for (int i = 0; i < length; i++) {
            int b = head[i] & 0xff;
            if (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                control++;
            }
        }
        if (control * 20 > length) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "binary data", READ);
        }
    }
}
