package no.barometer.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import no.barometer.problem.Kind;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into zip and OLE2 files, which hold many other things than workbooks, before they are read. */
final class Containers {
    private Containers() {}

    /** @throws Fault unless the file holds a workbook of the format */
    static void check(FileFormat format, Path file, Source source) throws IOException {
        if (format == FileFormat.XLSX) {
            checkZip(file, source);
        } else {
            checkOle(file, source);
        }
    }

    private static void checkZip(Path file, Source source) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > source.bounds().of(Bound.ENTRIES)) {
                throw source.over(Bound.ENTRIES, zip.size() + " parts");
            }
            long expanded = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                expanded += Math.max(0, entries.nextElement().getSize());
            }
            if (expanded > source.bounds().of(Bound.EXPANDED)) {
                throw source.over(Bound.EXPANDED, "it unpacks to " + expanded);
            }
            refuseOthers(zip, source);
        } catch (ZipException e) {
            throw source.damaged("a broken zip archive", "a whole workbook");
        }
    }

    private static void refuseOthers(ZipFile zip, Source source) throws IOException {
        if (has(zip, "xl/workbook.bin")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an .xlsb workbook", FileFormat.READ);
        }
        ZipEntry type = zip.getEntry("mimetype");
        if (type != null) {
            String mime = new String(zip.getInputStream(type).readNBytes(200), StandardCharsets.US_ASCII);
            Kind kind = mime.contains("spreadsheet") ? Kind.UNSUPPORTED_FORMAT : Kind.UNKNOWN_FORMAT;
            throw source.fault(
                    kind, mime.contains("opendocument") ? "an OpenDocument file" : "a zip archive", FileFormat.READ);
        }
        if (has(zip, "word/document.xml")) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "a Word document", FileFormat.READ);
        }
        if (has(zip, "ppt/presentation.xml")) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "a PowerPoint presentation", FileFormat.READ);
        }
        if (has(zip, "Index/Document.iwa") || has(zip, "Index.zip")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "a document of Apple's Numbers", FileFormat.READ);
        }
        if (has(zip, "xl/workbook.xml") && !has(zip, "[Content_Types].xml")) {
            throw source.damaged("the list of its parts is missing", "a whole workbook");
        }
        if (!has(zip, "[Content_Types].xml")) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "a zip archive", "the files in it, unpacked");
        }
    }

    private static boolean has(ZipFile zip, String entry) {
        // some programs write backslashes, and names are told apart without regard to case
        return zip.stream().anyMatch(part -> part.getName().replace('\\', '/').equalsIgnoreCase(entry));
    }

    private static void checkOle(Path file, Source source) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            if (ole.getRoot().hasEntry("EncryptedPackage")) {
                throw source.fault(Kind.ENCRYPTED, "an encrypted workbook", "a file without password");
            }
            if (XlsFile.workbookEntry(ole) != null) {
                return;
            }
            if (ole.getRoot().hasEntry("Book")) {
                throw source.fault(
                        Kind.UNSUPPORTED_FORMAT, "a workbook of Excel 95 or older", ".xlsx or Excel 97 .xls");
            }
            String what =
                    ole.getRoot().hasEntry("WordDocument") ? "a Word document" : "an OLE2 file without a workbook";
            throw source.fault(Kind.UNKNOWN_FORMAT, what, FileFormat.READ);
        }
    }
}
