package no.barometer.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;
import org.dhatim.fastexcel.XmlEscapeHelper;

/**
 * A survey as a workbook that screen readers can follow: a cover, contents, notes, and one table a sheet, each beginning
 * in A1 and saying how many tables it holds. Nothing is merged, nothing is hidden, no cell within a table is empty:
 * shorthands in brackets stand where there is no figure, and the notes explain them.
 */
final class Workbook {
    private static final String PROGRAM = "Barometer";
    private static final List<Integer> COVER = List.of(100);
    private static final List<Integer> LIST = List.of(34, 90);
    private static final int LONGEST_SHEET_NAME = 31;

    private final Survey survey;
    private final List<TrendTable> tables;
    private final Words words;
    private final Manifest.Stamp stamp;
    private final Map<String, String> sheetNames = new TreeMap<>();

    private Workbook(Survey survey, List<TrendTable> tables, Manifest.Stamp stamp) {
        this.survey = survey;
        this.tables = tables;
        this.stamp = stamp;
        words = Words.in(survey.language());
        List<String> taken = new ArrayList<>(List.of(sheet("cover"), sheet("contents"), sheet("notes")));
        for (TrendTable table : tables) {
            String name = table.id().substring(0, Math.min(table.id().length(), LONGEST_SHEET_NAME));
            for (int i = 2; taken.stream().anyMatch(name::equalsIgnoreCase); i++) {
                String suffix = "-" + i;
                name = table.id().substring(0, Math.min(table.id().length(), LONGEST_SHEET_NAME - suffix.length()))
                        + suffix;
            }
            taken.add(name);
            sheetNames.put(table.id(), name);
        }
    }

    /** @param stamp the release that last changed it, for the cover */
    static byte[] of(Survey survey, List<TrendTable> tables, Manifest.Stamp stamp) throws IOException {
        return new Workbook(survey, tables, stamp).bytes();
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, PROGRAM, null)) {
            // packed once all is told
            book.setCompressionLevel(Deflater.NO_COMPRESSION);
            cover(new WorkbookSheet(book.newWorksheet(sheet("cover")), COVER));
            contents(new WorkbookSheet(book.newWorksheet(sheet("contents")), LIST));
            WorkbookSheet notes = new WorkbookSheet(book.newWorksheet(sheet("notes")), LIST);
            TreeMap<String, String> shorthands = new TreeMap<>();
            for (TrendTable table : tables) {
                WorkbookSheet sheet = new WorkbookSheet(book.newWorksheet(name(table)), WorkbookTable.WIDTHS);
                shorthands.putAll(new WorkbookTable(survey, table, words).write(sheet));
                sheet.close();
            }
            notes(notes, shorthands);
        }
        Map<String, byte[]> parts = Zip.files(out.toByteArray());
        parts.put("docProps/core.xml", properties().getBytes(StandardCharsets.UTF_8));
        return Zip.of(parts);
    }

    /** In place of the library's, which would tell the time of day. */
    private String properties() {
        String day = stamp.date() + "T00:00:00Z";
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties \
                xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dc:creator>%s</dc:creator>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified><dc:title>%s</dc:title>\
                </cp:coreProperties>
                """.formatted(
                        day,
                        XmlEscapeHelper.escape(words.of(survey.about().publisher())),
                        day,
                        XmlEscapeHelper.escape(words.of(survey.title())));
    }

    private String sheet(String which) {
        return words.get("sheet." + which);
    }

    private String name(TrendTable table) {
        return sheetNames.getOrDefault(table.id(), table.id());
    }

    private void cover(WorkbookSheet sheet) throws IOException {
        sheet.title(words.of(survey.title()));
        if (survey.synthetic()) {
            sheet.line(words.get("synthetic") + ". " + words.get("synthetic.long"));
        }
        if (!words.of(survey.description()).isEmpty()) {
            sheet.line(words.of(survey.description()));
        }
        for (SurveyPage.Fact fact : facts()) {
            sheet.line(fact.name() + ": " + fact.text());
        }
        sheet.line(words.get("changed", stamp.release()) + ", " + stamp.date());
        sheet.close();
    }

    private List<SurveyPage.Fact> facts() {
        return SurveyPage.facts(survey, List.of(), words);
    }

    private void contents(WorkbookSheet sheet) throws IOException {
        sheet.title(sheet("contents"));
        sheet.line(words.get("sheet.one.table"));
        sheet.header("contents", List.of(words.get("sheet.name"), words.get("table.title")), tables.size());
        for (TrendTable table : tables) {
            sheet.row().link(name(table)).text(words.of(table.title()));
        }
        sheet.close();
    }

    private void notes(WorkbookSheet sheet, Map<String, String> shorthands) throws IOException {
        sheet.title(sheet("notes"));
        sheet.line(words.get("sheet.one.table"));
        List<TrendTable> noted = tables.stream()
                .filter(table -> !words.of(table.note()).isEmpty())
                .toList();
        sheet.header("notes", List.of(words.get("note"), words.get("meaning")), shorthands.size() + 1 + noted.size());
        for (Map.Entry<String, String> shorthand : shorthands.entrySet()) {
            sheet.row().text(shorthand.getKey()).text(shorthand.getValue());
        }
        sheet.row().text(words.get("unit.percent")).text(words.get("sheet.percent"));
        for (TrendTable table : noted) {
            sheet.row().text(name(table)).text(words.of(table.note()));
        }
        sheet.close();
    }
}
