package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads .xls of Excel 97 and later, record by record. */
final class XlsFile {
    private static final String[] ENTRIES = {"Workbook", "WORKBOOK", "WorkBook", "BOOK"};

    private final Source source;
    private final SheetFeed feed;

    XlsFile(Source source, SheetFeed feed) {
        this.source = source;
        this.feed = feed;
    }

    /** @param file the unpacked workbook */
    void read(Path file) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            String entry = workbookEntry(ole);
            if (entry == null) {
                throw source.damaged("no workbook stream", "a workbook");
            }
            XlsRecords records = new XlsRecords(source, feed);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            try (InputStream in = new WantedRecords(ole.createDocumentInputStream(entry), source)) {
                new HSSFEventFactory().processEvents(request, in);
            }
            records.endOfFile();
        }
    }

    /** The name of the stream that holds the workbook, or null if there is none. */
    static @Nullable String workbookEntry(POIFSFileSystem ole) {
        for (String entry : ENTRIES) {
            if (ole.getRoot().hasEntry(entry)) {
                return entry;
            }
        }
        return null;
    }
}
