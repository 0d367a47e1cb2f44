package no.barometer.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import no.barometer.problem.Kind;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** What a reader's exception says of the file. Whatever a library throws at hostile bytes, the file is at fault. */
final class Damage {
    private static final int LONGEST = 120;
    /** What a library says to programmers: names of classes and methods, codes. */
    private static final Pattern JARGON = Pattern.compile(
            "Exception|\\bnull\\b|\\b(class|java|org|com)[ .]|\\w\\(\\)|0x[0-9A-Fa-f]|\\b(index|offset|length|buffer|array)\\b",
            Pattern.CASE_INSENSITIVE);

    private Damage() {}

    static Fault of(Exception e, Source source) {
        if (e instanceof Fault fault) {
            return fault;
        }
        String what = reason(e, source);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault;
            }
            if (cause instanceof NoSuchFileException) {
                return source.fault(Kind.FILE_UNREADABLE, "it is not there", "a file that can be read");
            }
            if (cause instanceof AccessDeniedException) {
                return source.fault(Kind.FILE_UNREADABLE, "no permission", "a file that can be read");
            }
            if (cause instanceof EncryptedDocumentException) {
                return source.fault(Kind.ENCRYPTED, "an encrypted workbook", "a file without password");
            }
            if (cause instanceof OldExcelFormatException) {
                return source.fault(
                        Kind.UNSUPPORTED_FORMAT, "a workbook of Excel 95 or older", ".xlsx or Excel 97 .xls");
            }
            String message = cause.getMessage();
            if (message != null && (message.contains("Zip bomb") || message.contains("Tried to allocate"))) {
                return source.fault(Kind.TOO_LARGE, what, "a workbook of ordinary size");
            }
        }
        return source.damaged(what, "a whole file");
    }

    private static String reason(Exception e, Source source) {
        if (e instanceof XMLStreamException xml) {
            String where = xml.getLocation() == null
                    ? ""
                    : " at line " + xml.getLocation().getLineNumber() + ", character "
                            + xml.getLocation().getColumnNumber();
            return "XML that is not well-formed" + where;
        }
        if (e instanceof EOFException) {
            return "it ends too early";
        }
        if (e instanceof RecordFormatException || e instanceof ClassCastException) {
            return "its records contradict each other";
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = firstLine(root.getMessage(), source);
        if (message.isEmpty() || JARGON.matcher(message).find()) {
            return e instanceof IOException ? "it cannot be unpacked" : "its structure is broken";
        }
        if (message.contains("past the end of the file")) {
            return "it ends too early";
        }
        if (message.contains("DOCTYPE")) {
            return "a document type in its XML, which no spreadsheet program writes";
        }
        return message;
    }

    /** The first line without the path of the file, which means nothing to others. */
    private static String firstLine(@Nullable String message, Source source) {
        if (message == null) {
            return "";
        }
        String line =
                message.lines().findFirst().orElse("").replace(source.file().toString(), source.delivery());
        line = line.substring(0, Math.min(line.length(), 4 * LONGEST))
                .replaceAll("(/[^\\s/'\"]+)+/", "")
                .replaceAll("[.\\s]+$", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
