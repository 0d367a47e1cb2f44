package no.barometer.sheet;

import java.nio.charset.StandardCharsets;
import no.barometer.problem.Kind;

/** What a file is, by its first bytes. */
enum FileFormat {
    XLSX(".xlsx .xlsm "),
    XLS(".xls "),
    TEXT(".csv .tsv .txt ");

    static final String READ = ".xlsx, .xlsm, .xls, .csv, .tsv or .txt";

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
        OtherFormat.refuse(start, source);
        refuseBinary(head, source);
        return TEXT;
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
