package no.barometer.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are too much, or nearly: written when they are needed, for nobody should keep them. */
final class Giants {
    private static final int MEGABYTE = 1 << 20;

    private Giants() {}

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A megabyte that unpacks to more than a thousand. */
    static void packedSheet(Path file) throws IOException {
        xlsx(file, Parts.SHEET, Deflater.DEFAULT_COMPRESSION, out -> {
            out.write(bytes("<worksheet xmlns='" + Parts.MAIN + "'><sheetData>"));
            repeat(out, bytes("<x/>".repeat(MEGABYTE / 4)), 1_200);
        });
    }

    /** Nine thousand names for the same packed bytes, each of them a hundred megabytes: 42 kilobytes were enough. */
    static void overlappingParts(Path file) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        CRC32 sum = new CRC32();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
                sum.update(zeros);
            }
        }
        deflater.end();
        int names = 9_000;
        ByteBuffer zip = ByteBuffer.allocate(packed.size() + 1_000 + names * 80).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50);
        entry(zip, sum.getValue(), packed.size());
        zip.putShort((short) 1).putShort((short) 0).put((byte) 'a').put(packed.toByteArray());
        int directory = zip.position();
        for (int i = 0; i < names; i++) {
            byte[] name = bytes(i == 0 ? "[Content_Types].xml" : "xl/worksheets/sheet" + i + ".xml");
            zip.putInt(0x02014b50).putShort((short) 20);
            entry(zip, sum.getValue(), packed.size());
            zip.putShort((short) name.length).put(new byte[16]).put(name);
        }
        int size = zip.position() - directory;
        zip.putInt(0x06054b50).putInt(0).putShort((short) names).putShort((short) names);
        zip.putInt(size).putInt(directory).putShort((short) 0);
        Files.write(file, Arrays.copyOf(zip.array(), zip.position()));
    }

    private static void entry(ByteBuffer zip, long sum, int packed) {
        zip.putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0);
        zip.putInt((int) sum).putInt(packed).putInt(100 * MEGABYTE);
    }

    /** An archive of archives, five deep: nobody has to look inside. */
    static void nestedArchives(Path file) throws IOException {
        byte[] inner = new byte[MEGABYTE];
        for (int depth = 0; depth < 5; depth++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < 16; i++) {
                    zip.putNextEntry(new ZipEntry("lib " + i + ".zip"));
                    zip.write(inner);
                }
            }
            inner = bytes.toByteArray();
        }
        Files.write(file, inner);
    }

    static void billionLaughs(Path file) throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        byte[] xml = bytes(type + "]>" + Parts.sheet("", Parts.ROWS.replace("Fjernsyn", "&a29;"), ""));
        xlsx(file, Parts.SHEET, Deflater.BEST_SPEED, out -> out.write(xml));
    }

    /** As many rows as a sheet can have, each with one answer. */
    static void allRows(Path file) throws IOException {
        xlsx(file, Parts.SHEET, Deflater.BEST_SPEED, out -> {
            out.write(bytes("<worksheet xmlns='" + Parts.MAIN
                    + "'><sheetData><row><c t='inlineStr'><is><t>q</t></is></c></row>"));
            repeat(out, bytes("<row><c><v>3</v></c></row>".repeat(15)), 69_905);
            out.write(bytes("</sheetData></worksheet>"));
        });
    }

    /** Ten million different texts. */
    static void sharedStrings(Path file) throws IOException {
        xlsx(file, "xl/sharedStrings.xml", Deflater.BEST_SPEED, out -> {
            out.write(bytes("<sst xmlns='" + Parts.MAIN + "'>"));
            StringBuilder some = new StringBuilder();
            for (int i = 0; i < 10_000_000; i++) {
                some.append("<si><t>tekst ").append(i).append("</t></si>");
                if (some.length() > MEGABYTE) {
                    out.write(bytes(some.toString()));
                    some.setLength(0);
                }
            }
            out.write(bytes(some + "</sst>"));
        });
    }

    /** A gigabyte without a line end, and below the bound of a file's size. */
    static void longLine(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes("q\n"));
            repeat(out, bytes("3".repeat(MEGABYTE)), 1_023);
        }
    }

    /** A quote that is never closed, a gigabyte before the end. */
    static void openQuote(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes("q\n\""));
            repeat(out, bytes("3\n".repeat(MEGABYTE / 2)), 1_023);
        }
    }

    /** Ten gigabytes of answers, packed. */
    static void packedText(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), MEGABYTE)) {
            out.write(bytes("q\n"));
            repeat(out, bytes("3\n".repeat(MEGABYTE / 2)), 10_240);
        }
    }

    /** Just as many cells as a sheet of an .xls may have. */
    static void manyCells(Path file) throws IOException {
        int rows = 65_536;
        int columns = 61;
        ByteBuffer records = ByteBuffer.allocate(rows * columns * 18 + 200).order(ByteOrder.LITTLE_ENDIAN);
        begin(records, 5);
        records.putShort((short) 0x85)
                .putShort((short) 9)
                .putInt(0)
                .putShort((short) 0)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) 'S');
        records.putShort((short) 0x0A).putShort((short) 0);
        records.putInt(24, records.position());
        begin(records, 0x10);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                records.putShort((short) 0x203)
                        .putShort((short) 14)
                        .putShort((short) row)
                        .putShort((short) column);
                records.putShort((short) 0).putDouble(row == 0 ? 2_000 + column : 3);
            }
        }
        records.putShort((short) 0x0A).putShort((short) 0);
        try (POIFSFileSystem ole = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            ole.createDocument(new ByteArrayInputStream(records.array(), 0, records.position()), "Workbook");
            ole.writeFilesystem(out);
        }
    }

    private static void begin(ByteBuffer records, int type) {
        records.putShort((short) 0x809)
                .putShort((short) 16)
                .putShort((short) 0x600)
                .putShort((short) type);
        records.putInt(0).putInt(0).putInt(0);
    }

    /** Aliases of aliases, which would be more texts than there are atoms. */
    static void nestedAliases(Path file) throws IOException {
        StringBuilder yaml = new StringBuilder("survey: laughs\na0: &a0 [ha, ha]\n");
        for (int i = 1; i < 1_000; i++) {
            yaml.append("a" + i + ": &a" + i + " {" + "x: *a" + (i - 1) + ", y: *a" + (i - 1) + "}\n");
        }
        Files.writeString(file, yaml + "title: *a999\ndeliveries: [*a999]\nquestions: *a999\ntables: {t: *a999}\n");
    }

    private static void xlsx(Path file, String replaced, int level, Content content) throws IOException {
        Map<String, String> parts = new TreeMap<>(Parts.of(Parts.row(1, "q") + "<row><c t='s'><v>0</v></c></row>"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(level);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals(replaced)) {
                    content.write(zip);
                } else {
                    zip.write(bytes(part.getValue()));
                }
            }
        }
    }

    private static void repeat(OutputStream out, byte[] bytes, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
