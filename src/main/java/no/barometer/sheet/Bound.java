package no.barometer.sheet;

import java.util.Locale;

/**
 * What is bounded in one delivery, so that no file takes all memory or time. Each can be configured as {@code
 * bounds.<key>}; the standard ones let real surveys pass in 512 MB of heap with two deliveries read at a time.
 */
public enum Bound {
    FILE(1L << 30, "bytes in a file"),
    EXPANDED(8L << 30, "bytes unpacked"),
    /** Looked at above {@link #RATIO_FLOOR} only: small parts such as styles pack very well. */
    RATIO(250, "times its size unpacked"),
    RATIO_FLOOR(256L << 20, "bytes unpacked before the ratio counts"),
    ENTRIES(10_000, "parts in a workbook"),
    SHEETS(1_000, "sheets"),
    ROWS(5_000_000, "rows in a sheet"),
    COLUMNS(CellAddress.COLUMNS, "columns"),
    CELLS(500_000_000, "cells in a file"),
    /** A printed table is held in memory as a whole. */
    TABLE_CELLS(1_000_000, "cells in a sheet of printed tables"),
    /** A sheet of an .xls is held in memory as a whole. */
    XLS_CELLS(4_000_000, "cells in a sheet of an .xls"),
    MERGED_REGIONS(200_000, "merged regions in a sheet"),
    STRINGS(1_000_000, "distinct texts in a workbook"),
    STRINGS_LENGTH(1L << 25, "characters in all texts of a workbook"),
    TEXT(1L << 20, "characters in a cell"),
    RECORD(1L << 23, "characters in a record of a text file"),
    XML_DEPTH(100, "XML elements one within another"),
    XML_ATTRIBUTES(200, "attributes of an XML element"),
    XML_PIECE(1L << 23, "bytes of XML without a tag"),
    SECONDS(600, "seconds for a delivery");

    private final long standard;
    private final String unit;

    Bound(long standard, String unit) {
        this.standard = standard;
        this.unit = unit;
    }

    /** As in {@code bounds.<key>}: {@code xml-depth}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What holds unless it is configured. */
    public long standard() {
        return standard;
    }

    /** What is counted, in words: {@code sheets}. */
    public String unit() {
        return unit;
    }
}
