package no.barometer.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Gathers one .xls sheet, which ends with what must be known first. It has at most 65536 rows of 256 columns. */
final class XlsSheet {
    /** The option of a formula that is to be calculated when the file is opened, as programs other than Excel write it. */
    private static final int CALCULATE_ON_LOAD = 2;

    private final Source source;
    private final String name;
    private final int number;
    private final boolean hidden;
    private final @Nullable SSTRecord strings;
    private final BitSet raisedFonts;
    private final long mostCells;
    private final XlsCells cells = new XlsCells();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<SheetInfo.Region> merged = new ArrayList<>();

    /** A formula whose text comes in the next record. */
    private @Nullable FormulaRecord awaiting;

    XlsSheet(Source source, String name, int number, boolean hidden, @Nullable SSTRecord strings, BitSet raisedFonts) {
        this.source = source;
        this.name = name;
        this.number = number;
        this.hidden = hidden;
        this.strings = strings;
        this.raisedFonts = raisedFonts;
        this.mostCells = source.bounds().of(Bound.XLS_CELLS);
    }

    void take(Record record) {
        if (cells.count() > mostCells) {
            throw source.over(Bound.XLS_CELLS, "more cells", Location.cell(source.delivery(), name, ""));
        }
        if (awaiting != null && !(record instanceof StringRecord) && record instanceof CellValueRecordInterface) {
            cells.withoutValue(awaiting.getRow(), awaiting.getColumn());
            awaiting = null;
        }
        if (record instanceof NumberRecord cell) {
            cells.number(cell.getRow(), cell.getColumn(), cell.getXFIndex(), cell.getValue());
        } else if (record instanceof LabelSSTRecord cell) {
            text(cell, shared(cell));
        } else if (record instanceof FormulaRecord cell) {
            formula(cell);
        } else if (record instanceof StringRecord text) {
            if (awaiting != null) {
                text(awaiting, text.getString());
                awaiting = null;
            }
        } else if (record instanceof BoolErrRecord cell) {
            if (cell.isBoolean()) {
                bool(cell, cell.getBooleanValue());
            } else {
                error(cell, cell.getErrorValue());
            }
        } else if (record instanceof RKRecord cell) {
            cells.number(cell.getRow(), cell.getColumn(), cell.getXFIndex(), cell.getRKNumber());
        } else if (record instanceof MulRKRecord many) {
            for (int i = 0; i < many.getNumColumns(); i++) {
                cells.number(many.getRow(), many.getFirstColumn() + i, many.getXFAt(i), many.getRKNumberAt(i));
            }
        } else if (record instanceof LabelRecord cell) {
            text(cell, cell.getValue());
        } else {
            layout(record);
        }
    }

    private void layout(Record record) {
        if (record instanceof RowRecord row) {
            if (row.getZeroHeight() || (row.getHeight() & 0x7fff) == 0) {
                hiddenRows.set(row.getRowNumber() + 1);
            }
        } else if (record instanceof ColumnInfoRecord column) {
            if ((column.getHidden() || column.getColumnWidth() == 0)
                    && column.getFirstColumn() <= column.getLastColumn()) {
                hiddenColumns.set(column.getFirstColumn() + 1, column.getLastColumn() + 2);
            }
        } else if (record instanceof MergeCellsRecord regions) {
            for (int i = 0; i < regions.getNumAreas(); i++) {
                CellRangeAddress area = regions.getAreaAt(i);
                merged.add(new SheetInfo.Region(
                        area.getFirstRow() + 1,
                        area.getFirstColumn() + 1,
                        area.getLastRow() + 1,
                        area.getLastColumn() + 1));
            }
        }
    }

    private void formula(FormulaRecord cell) {
        awaiting = null;
        CellType type = cell.getCachedResultTypeEnum();
        switch (type) {
            case NUMERIC -> {
                // who writes a formula without calculating it writes 0 and asks for a calculation
                if (cell.getValue() == 0 && (cell.getOptions() & CALCULATE_ON_LOAD) != 0) {
                    cells.withoutValue(cell.getRow(), cell.getColumn());
                } else {
                    cells.number(cell.getRow(), cell.getColumn(), cell.getXFIndex(), cell.getValue());
                }
            }
            case BOOLEAN -> bool(cell, cell.getCachedBooleanValue());
            case ERROR -> error(cell, (byte) cell.getCachedErrorValue());
            case STRING -> awaiting = cell;
            default -> {}
        }
    }

    private String shared(LabelSSTRecord cell) {
        int index = cell.getSSTIndex();
        if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
            throw source.faultAt(
                    Kind.DAMAGED,
                    name,
                    CellReference.of(cell.getRow() + 1, cell.getColumn() + 1),
                    "a text that the workbook does not hold (number " + index + ")",
                    "one of its " + (strings == null ? 0 : strings.getNumUniqueStrings()) + " texts");
        }
        return Raised.of(strings.getString(index), raisedFonts);
    }

    private void text(CellValueRecordInterface cell, String text) {
        if (text.length() > source.bounds().of(Bound.TEXT)) {
            throw source.over(
                    Bound.TEXT,
                    "a longer text",
                    Location.cell(source.delivery(), name, CellReference.of(cell.getRow() + 1, cell.getColumn() + 1)));
        }
        cells.text(cell.getRow(), cell.getColumn(), CellKind.TEXT, text);
    }

    private void bool(CellValueRecordInterface cell, boolean value) {
        cells.text(cell.getRow(), cell.getColumn(), CellKind.BOOLEAN, value ? "true" : "false");
    }

    private void error(CellValueRecordInterface cell, byte code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
        cells.text(cell.getRow(), cell.getColumn(), CellKind.ERROR, text);
    }

    /** Hands the whole sheet on. */
    void deliver(SheetFeed feed, IntFunction<NumberFormats.Reading> formats, boolean since1904) {
        if (awaiting != null) {
            cells.withoutValue(awaiting.getRow(), awaiting.getColumn());
        }
        if (feed.begin(new SheetInfo(name, number, hidden), hiddenColumns)) {
            cells.deliver(feed, hiddenRows, formats, since1904, position -> damaged(position));
            feed.endOfSheet(List.copyOf(merged));
        }
    }

    private Fault damaged(CellAddress twice) {
        return source.faultAt(
                Kind.DAMAGED,
                name,
                CellReference.of(twice.row(), twice.column()),
                "the cell stands twice",
                "every cell once");
    }
}
