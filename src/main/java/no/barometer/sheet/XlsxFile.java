package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;

/** Reads .xlsx and .xlsm, part by part. */
final class XlsxFile {
    private final Source source;
    private final SheetFeed feed;

    XlsxFile(Source source, SheetFeed feed) {
        this.source = source;
        this.feed = feed;
    }

    /** @param packed bytes of the archive */
    void read(ZipFile zip, long packed) throws IOException, XMLStreamException {
        WorkbookParts parts = WorkbookParts.of(zip, packed, source);
        WorkbookXml workbook;
        try (InputStream in = parts.workbook()) {
            workbook = WorkbookXml.read(in, source);
        }
        if (workbook.sheets().isEmpty()) {
            throw source.fault(Kind.EMPTY_FILE, "a workbook without sheets", "a sheet with rows");
        }
        Styles styles;
        try (InputStream in = parts.only("styles")) {
            styles = Styles.read(in, source);
        }
        LazyStrings strings = new LazyStrings(parts);
        SheetXml sheets = new SheetXml(source, feed, styles, strings::get, workbook.since1904());
        for (int i = 0; i < workbook.sheets().size(); i++) {
            WorkbookXml.Sheet sheet = workbook.sheets().get(i);
            try {
                readSheet(parts, sheets, sheet, i + 1);
            } catch (XMLStreamException | IOException e) {
                throw Damage.of(e, source).in(sheet.name());
            }
        }
    }

    private void readSheet(WorkbookParts parts, SheetXml rows, WorkbookXml.Sheet sheet, int number)
            throws IOException, XMLStreamException {
        boolean known = false;
        try (SheetPart part = SheetPart.of(open(parts, sheet), SheetPart.WHOLE, source, sheet.name())) {
            if (part.isToBeTold()) {
                part.tell(merged(parts, sheet));
            }
            known = part.isKnown();
            rows.read(part, new SheetInfo(sheet.name(), number, sheet.hidden()));
            part.merged();
        } catch (Guard.Passing e) {
            throw e;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            if (!known) {
                // what is wrong with the part as a whole is said rather than what is wrong in one place
                merged(parts, sheet);
            }
            if (e instanceof XMLStreamException) {
                parse(parts, sheet);
            }
            throw e;
        }
    }

    private List<SheetInfo.Region> merged(WorkbookParts parts, WorkbookXml.Sheet sheet)
            throws IOException, XMLStreamException {
        try (InputStream in = open(parts, sheet)) {
            return MergedRegions.find(in, source, sheet.name());
        }
    }

    /** Counts lines from the first on, which a parser behind plain rows did not, so that what it throws tells the place. */
    private void parse(WorkbookParts parts, WorkbookXml.Sheet sheet) throws IOException, XMLStreamException {
        try (InputStream in = open(parts, sheet)) {
            XMLStreamReader xml = Xml.reader(in, source);
            while (xml.hasNext()) {
                xml.next();
            }
        }
    }

    private InputStream open(WorkbookParts parts, WorkbookXml.Sheet sheet) throws IOException {
        InputStream in = parts.sheet(sheet.relation());
        if (in == null) {
            throw source.faultAt(Kind.DAMAGED, sheet.name(), "", "the sheet's part is missing", "a whole workbook");
        }
        return in;
    }

    /** The shared strings, read when a cell first asks for them. */
    private final class LazyStrings {
        private final WorkbookParts parts;
        private @Nullable SharedStrings strings;

        LazyStrings(WorkbookParts parts) {
            this.parts = parts;
        }

        SharedStrings get() {
            SharedStrings known = strings;
            if (known == null) {
                try (InputStream in = parts.only("sharedStrings")) {
                    known = SharedStrings.read(in, source);
                } catch (IOException | XMLStreamException e) {
                    throw Damage.of(e, source);
                }
                strings = known;
            }
            return known;
        }
    }
}
