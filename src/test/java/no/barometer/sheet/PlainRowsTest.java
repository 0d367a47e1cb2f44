package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain rows give what a parser gives: the same cells, and the same faults in the same places. */
class PlainRowsTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.mutations", 800) * 3;
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_101L);
    private static final String SHEET = "xl/worksheets/s.xml";
    /** Where a tag may not have as many attributes as a plain one, a parser reads everything. */
    private static final ReadOptions PARSED = new ReadOptions(
            "", "", "", "", false, false, false, false, Bounds.DEFAULT.with(Bound.XML_ATTRIBUTES, PlainTag.MOST - 1));

    @TempDir
    Path folder;

    @Test
    void givesTheSameOfDamagedSheets() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] xml = SheetXmlMutation.made(random, 12, i % 2 == 0);
            byte[] sheet = i % 10 == 0 ? xml : SheetXmlMutation.damaged(xml, random);
            Path file = workbook(sheet);
            List<String> expected = Transcript.of(file, PARSED);
            assertThat(Transcript.of(file, ReadOptions.DEFAULT))
                    .as(new String(sheet, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            refused += expected.contains("whole false") ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 4, ROUNDS * 9 / 10);
    }

    @Test
    void givesTheSameWhereverARowIsCutByItsWindow() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int plain = 0;
        for (int i = 0; i < ROUNDS / 2; i++) {
            byte[] xml = SheetXmlMutation.made(random, 20, i % 2 == 0);
            byte[] sheet = i % 3 == 0 ? xml : SheetXmlMutation.damaged(xml, random);
            int window = 400 + random.nextInt(1_200);
            String as = window + new String(sheet, StandardCharsets.UTF_8);
            assertThat(read(sheet, window, ReadOptions.DEFAULT)).as(as).isEqualTo(read(sheet, window, PARSED));
            plain += plain(sheet, window) == 20 ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(ROUNDS / 12);
    }

    @Test
    void givesTheSameOfOtherPeoplesWorkbooks() throws IOException {
        int read = 0;
        for (Path root : List.of(Shared.data("."), Path.of("input"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.xls[xm]"))
                        .sorted()
                        .toList()) {
                    List<String> lines = Transcript.of(file, ReadOptions.DEFAULT);
                    assertThat(lines).as(file.toString()).isEqualTo(Transcript.of(file, PARSED));
                    read += lines.contains("whole true") ? 1 : 0;
                }
            }
        }
        assertThat(read).isGreaterThan(130);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"n\"><v>1</v></c></row>",
                "<row><c><v>1</v></c><c r='XFD1' t='s'><v>0</v></c></row>",
                "\n<row r='1' spans='1:2' ht='12.8'>\n\t<c r='A1' t='b'><v>1</v></c> </row>\n",
                "<row r='1'><c r='A1' t='inlineStr'><is><t xml:space='preserve'>å &amp; ö</t></is></c></row>",
                "<row r='1'><c r='A1' t='str'><f t='shared' si='0'>B1&gt;0</f><v></v></c><c r='B1' t='e'><v>#N/A</v></c></row>",
                "<row r='1' ><c r='A1' s='1' ><v>1</v></c><c r='B1' s='1' /></row>",
                "<row r='1'/>"
            })
    void areReadWithoutAParser(String row) throws IOException {
        assertThat(plain(sheet(row + "<row r='2'><c r='A2'><v>1</v></c></row>"), SheetPart.WHOLE))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2' r='2'></row>",
                "<row r='2'  spans='1'></row>",
                "<row r='2' x:a='1'></row>",
                "<row r='2' x14ac:dyDescent='1'></row>",
                "<row r='&#50;'></row>",
                "<row r='1'></row>",
                "<row r='1048577'></row>",
                "<row r='2'></row><!-- -->",
                "<row r='2'></row><c r='A2'/>",
                "<row r='2'></row><rows/>",
                "<row r='2'></row >",
                "<row r='2'><c r='A2'><v>1</v></row>",
                "<row r='2'><c r='A2'><v>1</v></c></v></row>",
                "<row r='2'><c r='A2' r='A2'><v>1</v></c></row>",
                "<row r='2'><c r='A2' cm='1'><v>1</v></c></row>",
                "<row r='2'><c r='A3'><v>1</v></c></row>",
                "<row r='2'><c r='a2'><v>1</v></c></row>",
                "<row r='2'><c r='XFE2'><v>1</v></c></row>",
                "<row r='2'><c r='B2'/><c r='A2'/></row>",
                "<row r='2'><c r='XFD2'/><c/></row>",
                "<row r='2'><c r='A2' t='d'><v>2020-01-01</v></c></row>",
                "<row r='2'><c r='A2'><f>1</f></c></row>",
                "<row r='2'><c r='A2'><v>1</v><v>2</v></c></row>",
                "<row r='2'><c r='A2'><v>&#49;</v></c></row>",
                "<row r='2'><c r='A2'><v>1\r</v></c></row>",
                "<row r='2'><c r='A2' t='str'><v>]]></v></c></row>",
                "<row r='2'><c r='A2' t='str'><v>\u0001</v></c></row>",
                "<row r='2'><c r='A2' t='str'><v>\uffff</v></c></row>",
                "<row r='2'><c r='A2' t='inlineStr'><is><r><t>1</t></r></is></c></row>",
                "<row r='2'><c r='A2'><v><![CDATA[1]]></v></c></row>",
                "<row r='2'>text</row>"
            })
    void endBeforeTheFirstRowThatIsNotPlain(String row) throws IOException {
        String before = "<row r='1'><c r='A1'><v>1</v></c></row>";
        assertThat(plain(sheet(before + row), SheetPart.WHOLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0' encoding='ISO-8859-1'?><worksheet>",
                "<?xml version='1.1'?><worksheet>",
                "<!-- <sheetData> --><worksheet>",
                "<worksheet><sheetData/>",
                "<x:worksheet xmlns:x='y'><x:sheetData/>"
            })
    void beginOnlyWhereTheyAreSureToBeRows(String before) throws IOException {
        String rows = "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>";
        assertThat(plain(before + rows, SheetPart.WHOLE)).isZero();
        assertThat(plain("<worksheet>" + rows, SheetPart.WHOLE)).isEqualTo(1);
    }

    @Test
    void leaveOtherEncodingsToAParser() throws IOException {
        String row = "<row r='1'><c r='A1' t='str'><v>\u00c3\u00a5</v></c></row>";
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?>" + sheet(row);
        Reading reading = Reading.of(workbook(xml.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(reading.text("S!A1")).isEqualTo("\u00c3\u00a5");
    }

    @Test
    void areNoDeeperThanTheBounds() throws IOException {
        Path file = workbook(sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>deep</t></is></c></row>")
                .getBytes(StandardCharsets.UTF_8));
        Bounds bounds = Bounds.DEFAULT.with(Bound.XML_DEPTH, 5);
        Reading reading = Reading.of(file, new ReadOptions("", "", "", "", false, false, false, false, bounds));
        assertThat(reading.kinds()).containsExactly(Kind.TOO_LARGE);
    }

    @Test
    void tellThePlaceOfAFaultFarBehind() throws IOException {
        String far = far("<row r='60001'><c r='A60001'><v>1</w></c></row>", "");
        Reading reading = Reading.of(workbook(far.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading.rows).hasSize(60_000);
        assertThat(reading.problems).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo(Location.cell("made.xlsx", "S", ""));
            assertThat(problem.found()).startsWith("XML that is not well-formed at line 60001, character ");
        });
    }

    @Test
    void leaveTheMergedRegionsFarBehindToBeFound() throws IOException {
        Path file = workbook(far("", "<mergeCell ref='B2:C3'/>").getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of(file);
        assertThat(reading.problems).isEmpty();
        assertThat(reading.merged).containsExactly(new SheetInfo.Region(2, 2, 3, 3));
    }

    @Test
    void doNotHideADamagedRegionFarBehind() throws IOException {
        Path file = workbook(far("<row r='5'/>", "<mergeCell ref='B2:C'/>").getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.of(file).problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("merged cells \"B2:C\""));
    }

    @Test
    void doNotHideAWrongChecksumFarBehind() throws IOException {
        Path file = workbook(far("", "").getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        String archive = new String(bytes, StandardCharsets.ISO_8859_1);
        int entry = archive.lastIndexOf("PK\u0001\u0002");
        assertThat(archive.substring(entry)).contains(SHEET);
        bytes[entry + 16]++;
        Reading reading = Reading.of(Files.write(file, bytes));
        assertThat(reading.whole).isFalse();
        assertThat(reading.kinds()).containsExactly(Kind.DAMAGED);
        assertThat(reading.problems.get(0).found()).contains("checksum");
    }

    /** A sheet of more than is held in memory, a row a line. */
    private static String far(String rows, String merged) {
        StringBuilder xml = new StringBuilder("<worksheet><sheetData>");
        for (int row = 1; row <= 60_000; row++) {
            xml.append("<row r='").append(row).append("'><c r='A").append(row).append("'><v>1</v></c></row>\n");
        }
        assertThat(xml.length()).isGreaterThan(2 * SheetPart.WHOLE);
        return xml.append(rows)
                .append("</sheetData>")
                .append(merged)
                .append("</worksheet>")
                .toString();
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns='" + MadeXlsx.MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** What a sheet gives that is looked at through a window. */
    private static List<String> read(byte[] sheet, int window, ReadOptions options) throws IOException {
        Transcript transcript = new Transcript();
        Source source = source(options);
        SheetFeed feed = new SheetFeed(source, transcript, problem -> transcript.lines.add(problem.toString()));
        SheetXml reader = new SheetXml(source, feed, styles(source), () -> strings(source), false);
        try {
            reader.read(part(sheet, window, source), new SheetInfo("S", 1, false));
        } catch (Fault fault) {
            transcript.lines.add(fault.problem().toString());
        } catch (XMLStreamException | UncheckedStreamException notWellFormed) {
            transcript.lines.add("not well-formed");
        }
        return transcript.lines;
    }

    /** The last row that is read without a parser. */
    private static int plain(String sheet, int window) throws IOException {
        return plain(sheet.getBytes(StandardCharsets.UTF_8), window);
    }

    private static int plain(byte[] sheet, int window) throws IOException {
        Source source = source(ReadOptions.DEFAULT);
        SheetFeed feed = new SheetFeed(source, new Transcript(), problem -> {});
        CellContent content = new CellContent(source, feed, styles(source), () -> strings(source), false);
        try {
            SheetPart part = part(sheet, window, source);
            BoundedXml xml = Xml.reader(part, source);
            while (xml.next() != XMLStreamReader.START_ELEMENT
                    || !xml.getLocalName().equals("sheetData")) {
                // on to the rows
            }
            boolean may = part.isAtRows() && PlainRows.suit(xml);
            return may ? new PlainRows(feed, content).read(part, false, xml.binds("x14ac")) : 0;
        } catch (Fault | XMLStreamException damaged) {
            return 0;
        }
    }

    private static Source source(ReadOptions options) {
        return new Source(Path.of("made.xlsx"), "made.xlsx", options, false, Deadline.in(600));
    }

    private static SheetPart part(byte[] sheet, int window, Source source) throws IOException, XMLStreamException {
        SplittableRandom random = new SplittableRandom(sheet.length);
        InputStream inPieces = new ByteArrayInputStream(sheet) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(300)));
            }
        };
        return SheetPart.of(inPieces, window, source, "S");
    }

    private static Styles styles(Source source) {
        try {
            return Styles.read(in("xl/styles.xml"), source);
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    private static SharedStrings strings(Source source) {
        try {
            return SharedStrings.read(in("xl/sharedStrings.xml"), source);
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream in(String part) {
        return new ByteArrayInputStream(
                MadeXlsx.parts("", "").getOrDefault(part, "").getBytes(StandardCharsets.UTF_8));
    }

    private Path workbook(byte[] sheet) throws IOException {
        Map<String, String> parts = new TreeMap<>(MadeXlsx.parts("", ""));
        parts.computeIfPresent(
                "xl/styles.xml",
                (name, xml) -> xml.replace("</cellXfs>", "<xf numFmtId='10'/><xf numFmtId='46'/></cellXfs>"));
        parts.remove(SHEET);
        Path file = folder.resolve("made.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(SHEET));
            zip.write(sheet);
        }
        return file;
    }
}
