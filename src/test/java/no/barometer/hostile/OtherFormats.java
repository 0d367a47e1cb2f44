package no.barometer.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are no spreadsheet, another one than their name says, or locked. */
final class OtherFormats {
    static final String TEXT = "Medium;2019;2020\nFjernsyn;40;41\nAviser;30;31\n";

    private OtherFormats() {}

    static Stream<Delivery> deliveries() {
        return Stream.of(
                Delivery.of("encrypted-xlsx", "tabell.xlsx", () -> encrypted(EncryptionMode.agile)),
                Delivery.of("encrypted-xlsx-of-2007", "tabell.xlsx", () -> encrypted(EncryptionMode.standard)),
                Delivery.of("encrypted-xls", "tabell.xls", () -> locked("hemmelig")),
                Delivery.of("write-protected-xls", "tabell.xls", () -> locked("VelvetSweatshop")),
                text("empty", ""),
                text("empty-blank-lines", "\n\n  \n"),
                text("empty-only-delimiters", ";;;\n;;;\n"),
                Delivery.of("empty-gzipped", "tabell.csv.gz", () -> gzipped(new byte[0])),
                Delivery.of("empty-workbook", "tabell.xlsx", () -> Parts.xlsx("")),
                Delivery.of(
                        "empty-workbook-without-sheets",
                        "tabell.xlsx",
                        () -> Parts.xlsx(parts -> parts.computeIfPresent(
                                "xl/workbook.xml", (name, xml) -> xml.replaceAll("<sheet .*?/>", "")))),
                xls("html-as-xls", "<html><body><table><tr><td>Fjernsyn</td><td>40</td></tr></table></body></html>"),
                xls("html-table-as-xls", "\ufeff\n <table border=1><tr><td>Fjernsyn</td></tr></table>"),
                xls(
                        "html-of-excel-as-xls",
                        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head></head></html>"),
                xls(
                        "html-with-comment-as-xls",
                        "<!-- saved by a portal -->\n<html><body><table></table></body></html>"),
                xls(
                        "web-archive-as-xls",
                        "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\n"),
                xls("xml-as-xls", "<?xml version=\"1.0\"?><rows><row/></rows>"),
                xls("xml-without-declaration-as-xls", "<rows><row>40</row></rows>"),
                xls(
                        "xml-spreadsheet-2003-as-xls",
                        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
                                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>"),
                Delivery.of(
                        "opendocument-as-xls",
                        "tabell.xls",
                        () -> zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
                xls(
                        "opendocument-flat",
                        "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"),
                Delivery.of("spss-as-xls", "tabell.xls", () -> padded("$FL2@(#) SPSS DATA FILE", 600)),
                Delivery.of("spss-packed-as-csv", "tabell.csv", () -> padded("$FL3@(#) SPSS DATA FILE", 600)),
                xls("spss-portable-as-xls", "ASCII SPSS PORT FILE                    ".repeat(5) + "\n00000-0000"),
                Delivery.of("stata-as-xls", "tabell.xls", () -> padded("<stata_dta><header><release>118", 600)),
                Delivery.of("stata-of-old", "tabell.csv", () -> padded("r\u0002\u0001", 600)),
                Delivery.of("sas-as-xls", "tabell.xls", OtherFormats::sas),
                Delivery.of(
                        "r-data-as-csv",
                        "tabell.csv",
                        () -> gzipped("RDX3\nX\n\0\0\0\3\0\4\1\2".getBytes(StandardCharsets.ISO_8859_1))),
                Delivery.of("numbers-of-apple", "tabell.xlsx", () -> zip("Index/Document.iwa", "x")),
                Delivery.of(
                        "xlsb", "tabell.xlsx", () -> zip("[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x")),
                Delivery.of(
                        "word-as-xlsx",
                        "tabell.xlsx",
                        () -> zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>")),
                Delivery.of("zip-of-csv", "tabell.xlsx", () -> zip("tabell.csv", TEXT)),
                Delivery.of("pdf-as-csv", "tabell.csv", () -> padded("%PDF-1.7\n", 600)),
                Delivery.of("rtf-as-xls", "tabell.xls", () -> padded("{\\rtf1\\ansi", 600)),
                Delivery.of("picture-as-xlsx", "tabell.xlsx", () -> padded("\u0089PNG\r\n\u001a\n", 600)),
                Delivery.of("noise-as-csv", "tabell.csv", OtherFormats::noise),
                xls("mail-as-xls", "From: a@example.org\nTo: b@example.org\nSubject: tabell\n\nSe vedlegg.\n"),
                xls("json-as-xls", "{\"Medium\": [\"Fjernsyn\", \"Aviser\"], \"2019\": [40, 30]}\n"),
                Delivery.of("excel-2", "tabell.xls", () -> biff(0x09, 4, 2)),
                Delivery.of("excel-3", "tabell.xls", () -> biff(0x0209, 6, 3)),
                Delivery.of("excel-4", "tabell.xls", () -> biff(0x0409, 6, 4)),
                Delivery.of("excel-5", "tabell.xls", () -> ole("Book", biff(0x0809, 8, 5))),
                Delivery.of("excel-95", "tabell.xls", () -> ole("Workbook", biff(0x0809, 8, 5))),
                Delivery.of("word-as-xls", "tabell.xls", () -> ole("WordDocument", new byte[5000])),
                Delivery.of("csv-named-xlsx", "tabell.xlsx", () -> TEXT.getBytes(StandardCharsets.UTF_8)),
                Delivery.of("csv-named-xls", "tabell.xls", () -> TEXT.getBytes(StandardCharsets.UTF_8)),
                Delivery.of("xlsx-named-csv", "tabell.csv", () -> Parts.xlsx(Parts.ROWS)),
                Delivery.of("xlsx-named-xls", "tabell.xls", () -> Parts.xlsx(Parts.ROWS)),
                Delivery.of("xls-named-xlsx", "tabell.xlsx", OtherFormats::xls),
                Delivery.of("xlsx-without-ending", "tabell", () -> Parts.xlsx(Parts.ROWS)),
                Delivery.of("gzipped-without-gz", "tabell.csv", () -> gzipped(TEXT.getBytes(StandardCharsets.UTF_8))),
                Delivery.of("gz-that-is-not", "tabell.csv.gz", () -> TEXT.getBytes(StandardCharsets.UTF_8)),
                Delivery.of(
                        "gzipped-and-cut",
                        "tabell.csv.gz",
                        () -> Arrays.copyOf(gzipped(TEXT.repeat(99).getBytes(StandardCharsets.UTF_8)), 60)));
    }

    private static Delivery text(String id, String text) {
        return Delivery.text(id, text);
    }

    private static Delivery xls(String id, String text) {
        return Delivery.text(id, text).named("tabell.xls");
    }

    private static byte[] encrypted(EncryptionMode mode) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("hemmelig");
            try (OutputStream data = encryptor.getDataStream(container)) {
                data.write(Parts.xlsx(Parts.ROWS));
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] locked(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return xls();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    static byte[] xls() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheets.fill(workbook.createSheet("Tabell 1"));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            parts.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return Parts.zip(parts);
    }

    private static byte[] padded(String start, int length) {
        return Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), length);
    }

    private static byte[] sas() {
        byte[] bytes = new byte[1024];
        byte[] magic = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xc2, (byte) 0xea, (byte) 0x81, 0x60};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        byte[] name = "SAS FILE".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, bytes, 84, name.length);
        return bytes;
    }

    private static byte[] noise() {
        byte[] bytes = new byte[4096];
        new java.util.Random(6).nextBytes(bytes);
        return bytes;
    }

    /** A beginning-of-file record of a worksheet, with nothing behind it. */
    private static byte[] biff(int record, int length, int version) {
        byte[] bytes = new byte[4200];
        bytes[0] = (byte) record;
        bytes[1] = (byte) (record >> 8);
        bytes[2] = (byte) length;
        bytes[5] = (byte) version;
        bytes[6] = 0x10;
        return bytes;
    }

    private static byte[] ole(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.createDocument(new ByteArrayInputStream(content), entry);
            ole.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}
