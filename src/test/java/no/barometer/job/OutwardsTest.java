package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A title, question, answer, group, note, file name and sheet name that try to get out of every format they are written
 * to. All files of the release and of the reports are read by real parsers; a format that this test does not know fails it.
 */
class OutwardsTest {
    /** Without what may not stand in a file or sheet name. */
    private static final String EVIL =
            "=1+cmd|'x'!A1\"'><script>evil()</script><img src=x onerror=evil()>&amp;]]>--%>${7*7}#{x}\\u0022";

    private static final String SHEET = "=1+1&\"<b>';evil--";
    private static final String FILE = "tall;=1+1 '\"<img src=x onerror=evil()>&-2020.xlsx";

    @TempDir
    Path folder;

    @Test
    void carriesHostileTextsThroughEveryFormatAsText() throws Exception {
        write();

        Runner.Summary summary = new Runner(Fixture.settings(folder, 1), Progress.SILENT).run();

        assertThat(summary.problems()).noneMatch(problem -> problem.isError());
        assertThat(summary.released()).isTrue();
        SortedMap<String, byte[]> files = Fixture.files(folder.resolve("output").toRealPath());
        assertThat(files.keySet()).anyMatch(name -> name.endsWith(".html")).anyMatch(name -> name.endsWith(".csv"));
        Map<String, Integer> seen = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String extension = file.getKey().substring(file.getKey().lastIndexOf('.') + 1);
            int times;
            try {
                times = check(file.getKey(), extension, file.getValue());
            } catch (RuntimeException | IOException unreadable) {
                throw new AssertionError(file.getKey() + " cannot be read", unreadable);
            }
            seen.merge(extension, times, Integer::sum);
        }
        // what is escaped away is not carried
        assertThat(seen.get("html")).as("html").isPositive();
        assertThat(seen.get("csv")).as("csv").isPositive();
        System.out.println("outwards: " + seen);
    }

    /** @return how often the hostile text was met, as text */
    private int check(String name, String extension, byte[] bytes) throws Exception {
        assertThat(name).as("a path of a release").matches("[\\w./-]+").doesNotContain("..");
        return switch (extension) {
            case "html" -> html(name, bytes);
            case "csv", "tsv" -> csv(name, bytes);
            case "json", "jsonld", "px-json" -> json(JsonMapper.shared().readTree(bytes));
            case "svg", "xml", "atom", "rdf" -> xml(name, bytes);
            case "xlsx" -> workbook(name, bytes);
            case "zip" -> zip(name, bytes);
            case "ttl", "nt" -> turtle(name, bytes);
            // nothing of a delivery goes into these
            case "css", "js", "woff2", "map" -> ours(name, bytes);
            case "png" -> 0;
            case "txt", "md" -> text(bytes);
            default -> throw new AssertionError("how is " + name + " to be read? Say it in this test");
        };
    }

    private static int html(String name, byte[] bytes) {
        Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
        assertThat(page.select("[onerror], img[src=x], b")).as(name).isEmpty();
        for (Element script : page.select("script")) {
            assertThat(script.data()).as(name).doesNotContain("<script", "</script");
            if (script.attr("type").contains("json")) {
                json(JsonMapper.shared().readTree(script.data()));
            } else {
                assertThat(script.data()).as(name).doesNotContain("evil");
            }
        }
        for (Element link : page.select("[href], [src]")) {
            assertThat(link.attr("href") + link.attr("src")).as(name).doesNotStartWith("javascript:");
        }
        return count(page.text(), "<script>evil()</script>");
    }

    private static int csv(String name, byte[] bytes) throws IOException {
        int met = 0;
        // what Norwegian spreadsheet programs open has semicolons
        char delimiter = name.endsWith(".excel.csv") ? ';' : name.endsWith(".tsv") ? '\t' : ',';
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(new String(bytes, StandardCharsets.UTF_8), format)) {
            for (CSVRecord record : parser) {
                for (String field : record) {
                    assertThat(field).as(name).doesNotMatch("(?s)^\\s*[=@].*").doesNotContain("\u0000");
                    met += count(field, "evil()");
                }
            }
        }
        return met;
    }

    private static int json(JsonNode node) {
        int met = node.isString() ? count(node.asString(), "evil()") : 0;
        for (JsonNode below : node) {
            met += json(below);
        }
        return met;
    }

    private static int xml(String name, byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        org.w3c.dom.Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getLocalName()).as(name).isNotIn("script", "img", "foreignObject");
            assertThat(all.item(i).getAttributes().getNamedItem("onerror"))
                    .as(name)
                    .isNull();
        }
        return count(document.getDocumentElement().getTextContent(), "evil()");
    }

    private static int workbook(String name, byte[] bytes) throws IOException {
        int met = 0;
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getAllNames())
                    .as(name)
                    .noneMatch(one -> one.getRefersToFormula().contains("cmd"));
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (org.apache.poi.ss.usermodel.Cell cell : row) {
                        assertThat(cell.getCellType()).as(name).isNotEqualTo(CellType.FORMULA);
                        met += cell.getCellType() == CellType.STRING ? count(cell.getStringCellValue(), "evil()") : 0;
                    }
                }
            }
        }
        return met;
    }

    private int zip(String name, byte[] bytes) throws Exception {
        int met = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String extension = entry.getName().substring(entry.getName().lastIndexOf('.') + 1);
                assertThat(entry.getName()).as(name).doesNotStartWith("/");
                met += check(entry.getName(), extension, zip.readAllBytes());
            }
        }
        return met;
    }

    /** Every quote that a literal holds is escaped: outside of literals nothing of ours is left. */
    private static int turtle(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String outside = text.replaceAll("\"(?:[^\"\\\\\\n]|\\\\.)*\"", "");
        assertThat(outside).as(name).doesNotContain("evil", "\"");
        return count(text, "evil()");
    }

    private static int text(byte[] bytes) {
        return count(new String(bytes, StandardCharsets.UTF_8), "evil()");
    }

    private static int ours(String name, byte[] bytes) {
        assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name).doesNotContain("evil()");
        return 0;
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private void write() throws IOException {
        String evil = '"' + EVIL.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("s.yaml"), """
                survey: s
                title: {nb: EVIL, en: EVIL}
                description: EVIL
                publisher: EVIL
                population: EVIL
                unit: EVIL
                licence: EVIL
                source: EVIL
                note: EVIL
                deliveries:
                  - files: "tall*-{wave}.xlsx"
                    layout: series
                    wave: row 1
                    items: column A
                    sheets: 1
                    marks: {"x": EVIL}
                questions:
                  q:
                    text: {nb: EVIL, en: EVIL}
                    items: {a: {nb: EVIL, en: EVIL}, b: {nb: Andre}}
                breaks:
                  2020: {note: EVIL}
                tables:
                  q: {title: {nb: EVIL, en: EVIL}, note: EVIL}
                """.replace("EVIL", evil));
        Path input = Files.createDirectories(folder.resolve("input"));
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(input.resolve(FILE))) {
            Sheet sheet = workbook.createSheet(SHEET);
            List<List<Object>> rows =
                    List.of(List.of("", "2019", "2020"), List.of(EVIL, "40x", 41), List.of("Andre", 30, 31));
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    if (rows.get(r).get(c) instanceof Integer number) {
                        row.createCell(c).setCellValue(number);
                    } else {
                        row.createCell(c).setCellValue(rows.get(r).get(c).toString());
                    }
                }
            }
            workbook.write(out);
        }
        Fixture.rest(input.resolve(FILE));
    }
}
