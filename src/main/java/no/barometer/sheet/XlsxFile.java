package no.barometer.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import no.barometer.problem.Kind;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/** Reads .xlsx and .xlsm, part by part. */
final class XlsxFile {
    private static final int BUFFER = 1 << 16;

    static {
        // POI's own limits are global; ours count per file, so POI's only catch what unpacks beyond all reason
        ZipSecureFile.setMinInflateRatio(0.002);
        ZipSecureFile.setMaxFileCount(ReadOptions.Bounds.DEFAULT.entries());
        ZipSecureFile.setMaxEntrySize(Math.min(ReadOptions.Bounds.DEFAULT.expandedBytes(), 0xFFFFFFFFL));
    }

    private final Source source;
    private final SheetFeed feed;
    private final Budget budget;

    XlsxFile(Source source, SheetFeed feed) {
        this.source = source;
        this.feed = feed;
        this.budget = new Budget(source);
    }

    /** @param file the unpacked workbook */
    void read(Path file) throws IOException, OpenXML4JException, XMLStreamException {
        OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
        try {
            XSSFReader reader = new XSSFReader(parts);
            WorkbookXml workbook;
            try (InputStream in = part(reader.getWorkbookData())) {
                workbook = WorkbookXml.read(in, source);
            }
            if (workbook.sheets().isEmpty()) {
                throw source.fault(Kind.EMPTY_FILE, "a workbook without sheets", "a sheet with rows");
            }
            Styles styles;
            try (InputStream in = optional(reader.getStylesData())) {
                styles = Styles.read(in, source);
            }
            WorkbookStrings strings = new WorkbookStrings(reader);
            SheetXml sheets = new SheetXml(source, feed, styles, strings::get, workbook.since1904());
            for (int i = 0; i < workbook.sheets().size(); i++) {
                readSheet(reader, sheets, workbook.sheets().get(i), i + 1);
            }
        } finally {
            parts.revert();
        }
    }

    private void readSheet(XSSFReader reader, SheetXml rows, WorkbookXml.Sheet sheet, int number)
            throws IOException, OpenXML4JException, XMLStreamException {
        List<SheetInfo.Region> merged;
        try (InputStream in = part(reader.getSheet(sheet.relation()))) {
            merged = MergedRegions.find(in, source, sheet.name());
        }
        try (InputStream in = part(reader.getSheet(sheet.relation()))) {
            rows.read(in, new SheetInfo(sheet.name(), number, sheet.hidden(), merged));
        }
    }

    private InputStream part(InputStream in) {
        return new BufferedInputStream(new MarkupInput(in, budget), BUFFER);
    }

    private @Nullable InputStream optional(@Nullable InputStream in) {
        return in == null ? null : part(in);
    }

    /** The shared strings, read when a cell first asks for them. */
    private final class WorkbookStrings {
        private final XSSFReader reader;
        private @Nullable SharedStrings strings;

        WorkbookStrings(XSSFReader reader) {
            this.reader = reader;
        }

        SharedStrings get() {
            SharedStrings known = strings;
            if (known == null) {
                try (InputStream in = optional(reader.getSharedStringsData())) {
                    known = SharedStrings.read(in, source);
                } catch (IOException | OpenXML4JException | XMLStreamException e) {
                    throw Damage.of(e, source);
                }
                strings = known;
            }
            return known;
        }
    }
}
