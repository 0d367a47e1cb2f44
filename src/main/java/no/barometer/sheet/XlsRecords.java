package no.barometer.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import no.barometer.problem.Kind;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.jspecify.annotations.Nullable;

/** Takes a workbook's records in their order: first the workbook's own, then those of one sheet after the other. */
final class XlsRecords implements HSSFListener {
    private static final int BIFF8 = 0x600;

    private final Source source;
    private final SheetFeed feed;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private final NumberFormats formats = new NumberFormats();
    private final BitSet raisedFonts = new BitSet();

    /** The next font's index; there is none of index 4. */
    private int font;

    private BoundSheetRecord @Nullable [] inStreamOrder;
    private @Nullable SSTRecord strings;
    private boolean since1904;
    private int depth;
    private int substreams;
    private @Nullable XlsSheet sheet;

    XlsRecords(Source source, SheetFeed feed) {
        this.source = source;
        this.feed = feed;
    }

    @Override
    public void processRecord(Record record) {
        if (record instanceof BOFRecord begin) {
            if (depth++ == 0) {
                begin(begin);
            }
        } else if (record instanceof EOFRecord) {
            if (--depth == 0) {
                end();
            }
        } else if (depth == 1 && sheet != null) {
            sheet.take(record);
        } else if (depth == 1 && substreams == 1) {
            takeOwn(record);
        }
    }

    /** @throws Fault if the records stopped in the middle of a sheet, or before the last one */
    void endOfFile() {
        if (depth > 0 || substreams == 0) {
            throw source.damaged("the workbook ends in the middle", "a whole workbook");
        }
        if (substreams - 1 < sheets.size()) {
            throw source.damaged(
                    "only " + (substreams - 1) + " of " + sheets.size() + " sheets are there", "a whole workbook");
        }
    }

    private void begin(BOFRecord record) {
        if (record.getVersion() != BIFF8) {
            throw source.fault(Kind.UNSUPPORTED_FORMAT, "a workbook of Excel 95 or older", ".xlsx or Excel 97 .xls");
        }
        int index = substreams++ - 1;
        if (index < 0) {
            return;
        }
        if (inStreamOrder == null) {
            inStreamOrder = BoundSheetRecord.orderByBofPosition(sheets);
        }
        if (record.getType() != BOFRecord.TYPE_WORKSHEET) {
            return;
        }
        if (index >= inStreamOrder.length) {
            throw source.damaged("a sheet that the workbook does not list", "a whole workbook");
        }
        BoundSheetRecord bound = inStreamOrder[index];
        sheet = new XlsSheet(
                source,
                bound.getSheetname(),
                sheets.indexOf(bound) + 1,
                bound.isHidden() || bound.isVeryHidden(),
                strings,
                raisedFonts);
    }

    private void end() {
        XlsSheet ended = sheet;
        sheet = null;
        if (ended != null) {
            ended.deliver(feed, this::format, since1904);
        }
    }

    private void takeOwn(Record record) {
        if (record instanceof BoundSheetRecord bound) {
            if (sheets.size() == source.bounds().of(Bound.SHEETS)) {
                throw source.over(Bound.SHEETS, "more sheets");
            }
            sheets.add(bound);
        } else if (record instanceof FontRecord one) {
            raisedFonts.set(font, one.getSuperSubScript() == FontRecord.SS_SUPER);
            font += font == 3 ? 2 : 1;
        } else if (record instanceof SSTRecord texts) {
            strings = texts;
        } else if (record instanceof DateWindow1904Record window) {
            since1904 = window.getWindowing() == 1;
        } else if (record instanceof FormatRecord format) {
            formats.define(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            styles.add((int) style.getFormatIndex());
        }
    }

    private NumberFormats.Reading format(int style) {
        return style < styles.size() ? formats.of(styles.get(style)) : NumberFormats.Reading.PLAIN;
    }
}
