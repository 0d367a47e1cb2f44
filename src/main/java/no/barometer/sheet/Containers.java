package no.barometer.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import no.barometer.problem.Kind;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into zip and OLE2 files, which hold many other things than workbooks, before they are read. */
final class Containers {
    private Containers() {}

    static ZipFile openZip(Path file, Source source) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw broken(source);
        }
    }

    private static Fault broken(Source source) {
        return source.damaged("a broken zip archive", "a whole workbook");
    }

    /** @throws Fault unless a zip file holds a workbook */
    static void checkZip(ZipFile zip, Source source) throws IOException {
        if (zip.size() > source.bounds().of(Bound.ENTRIES)) {
            throw source.over(Bound.ENTRIES, zip.size() + " parts");
        }
        long expanded = 0;
        // some programs write backslashes, and names are told apart without regard to case
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            expanded += Math.max(0, entry.getSize());
            names.add(entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT));
        }
        if (expanded > source.bounds().of(Bound.EXPANDED)) {
            throw source.over(Bound.EXPANDED, "it unpacks to " + expanded);
        }
        if (names.contains("xl/workbook.bin")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "an .xlsb workbook", FileFormat.READ);
        }
        refuseMime(zip, source);
        refuseOthers(names, source);
    }

    private static void refuseMime(ZipFile zip, Source source) throws IOException {
        ZipEntry type = zip.getEntry("mimetype");
        if (type == null) {
            return;
        }
        String mime;
        try {
            mime = new String(zip.getInputStream(type).readNBytes(200), StandardCharsets.US_ASCII);
        } catch (ZipException e) {
            throw broken(source);
        }
        Kind kind = mime.contains("spreadsheet") ? Kind.UNSUPPORTED_FORMAT : Kind.UNKNOWN_FORMAT;
        throw source.fault(
                kind, mime.contains("opendocument") ? "an OpenDocument file" : "a zip archive", FileFormat.READ);
    }

    private static void refuseOthers(Set<String> names, Source source) {
        if (names.contains("word/document.xml")) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "a Word document", FileFormat.READ);
        }
        if (names.contains("ppt/presentation.xml")) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "a PowerPoint presentation", FileFormat.READ);
        }
        if (names.contains("index/document.iwa") || names.contains("index.zip")) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "a document of Apple's Numbers", FileFormat.READ);
        }
        boolean listed = names.contains("[content_types].xml");
        if (names.contains("xl/workbook.xml") && !listed) {
            throw source.damaged("the list of its parts is missing", "a whole workbook");
        }
        if (!listed) {
            throw source.fault(Kind.UNKNOWN_FORMAT, "a zip archive", "the files in it, unpacked");
        }
    }

    /** @throws Fault unless an OLE2 file holds a workbook */
    static void checkOle(Path file, Source source) throws IOException {
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
