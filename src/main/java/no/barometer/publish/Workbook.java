package no.barometer.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A survey as a workbook that screen readers can follow: a cover, contents, notes, and one table a sheet, each beginning
 * in A1 and saying how many tables it holds. Nothing is merged, nothing is hidden, no cell within a table is empty:
 * shorthands in brackets stand where there is no figure, and the notes explain them.
 */
final class Workbook {
    static {
        ScratchFiles.use();
    }

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
        try (SXSSFWorkbook book = new Unpacked()) {
            book.setZip64Mode(Zip64Mode.AsNeeded); // else Java cannot read it as a stream
            properties(book);
            WorkbookSheet.Styles styles = WorkbookSheet.Styles.of(book);
            cover(new WorkbookSheet(book, styles, sheet("cover")));
            contents(new WorkbookSheet(book, styles, sheet("contents")));
            WorkbookSheet notes = new WorkbookSheet(book, styles, sheet("notes"));
            TreeMap<String, String> shorthands = new TreeMap<>();
            for (TrendTable table : tables) {
                WorkbookSheet sheet = new WorkbookSheet(book, styles, name(table));
                shorthands.putAll(new WorkbookTable(survey, table, words).write(sheet));
            }
            notes(notes, shorthands);
            book.write(out);
        }
        return Zip.timeless(out.toByteArray());
    }

    /** Writes its parts as they are: they are packed once they have no times. */
    private static final class Unpacked extends SXSSFWorkbook {
        Unpacked() {
            super(null, DEFAULT_WINDOW_SIZE, false);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
            archive.setLevel(Deflater.NO_COMPRESSION);
            return archive;
        }
    }

    private String sheet(String which) {
        return words.get("sheet." + which);
    }

    private String name(TrendTable table) {
        return sheetNames.getOrDefault(table.id(), table.id());
    }

    private void properties(SXSSFWorkbook book) {
        POIXMLProperties.CoreProperties core =
                book.getXSSFWorkbook().getProperties().getCoreProperties();
        Date day = Date.from(LocalDate.parse(stamp.date()).atStartOfDay().toInstant(ZoneOffset.UTC));
        core.setCreated(Optional.of(day));
        core.setModified(Optional.of(day));
        core.setCreator(words.of(survey.about().publisher()));
        core.setTitle(words.of(survey.title()));
    }

    private void cover(WorkbookSheet sheet) {
        sheet.title(words.of(survey.title()));
        if (survey.synthetic()) {
            sheet.line(words.get("synthetic") + ". " + words.get("synthetic.long"));
        }
        if (!words.of(survey.description()).isEmpty()) {
            sheet.line(words.of(survey.description()));
        }
        facts().forEach(fact -> sheet.line(fact.name() + ": " + fact.text()));
        sheet.line(words.get("changed", stamp.release()) + ", " + stamp.date());
        sheet.widths(List.of(100));
    }

    private List<SurveyPage.Fact> facts() {
        return SurveyPage.facts(survey, List.of(), words);
    }

    private void contents(WorkbookSheet sheet) {
        sheet.title(sheet("contents"));
        sheet.line(words.get("sheet.one.table"));
        sheet.header(List.of(words.get("sheet.name"), words.get("table.title")));
        for (TrendTable table : tables) {
            Cell cell = sheet.row().text(name(table)).last();
            Hyperlink link = sheet.creation().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + name(table) + "'!A1");
            cell.setHyperlink(link);
            sheet.text(words.of(table.title()));
        }
        sheet.table("contents");
        sheet.widths(List.of(34, 90));
    }

    private void notes(WorkbookSheet sheet, Map<String, String> shorthands) {
        sheet.title(sheet("notes"));
        sheet.line(words.get("sheet.one.table"));
        sheet.header(List.of(words.get("note"), words.get("meaning")));
        shorthands.forEach((shorthand, meaning) -> sheet.row().text(shorthand).text(meaning));
        sheet.row().text(words.get("unit.percent")).text(words.get("sheet.percent"));
        for (TrendTable table : tables) {
            if (!words.of(table.note()).isEmpty()) {
                sheet.row().text(name(table)).text(words.of(table.note()));
            }
        }
        sheet.table("notes");
        sheet.widths(List.of(34, 90));
    }
}
