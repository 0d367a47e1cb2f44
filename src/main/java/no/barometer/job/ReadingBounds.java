package no.barometer.job;

import java.util.Map;
import no.barometer.configuration.Configuration;
import no.barometer.sheet.Bound;
import no.barometer.sheet.Bounds;

/** The configured bounds on what is read of a delivery. */
final class ReadingBounds {
    private ReadingBounds() {}

    /** @throws IllegalArgumentException if one is less than 1 */
    static Bounds of(Configuration.Bounds bounds) {
        return new Bounds(Map.ofEntries(
                Map.entry(Bound.FILE, bounds.file().toBytes()),
                Map.entry(Bound.EXPANDED, bounds.expanded().toBytes()),
                Map.entry(Bound.RATIO, (long) bounds.ratio()),
                Map.entry(Bound.RATIO_FLOOR, bounds.ratioFloor().toBytes()),
                Map.entry(Bound.ENTRIES, (long) bounds.entries()),
                Map.entry(Bound.SHEETS, (long) bounds.sheets()),
                Map.entry(Bound.ROWS, (long) bounds.rows()),
                Map.entry(Bound.COLUMNS, (long) bounds.columns()),
                Map.entry(Bound.CELLS, bounds.cells()),
                Map.entry(Bound.TABLE_CELLS, (long) bounds.tableCells()),
                Map.entry(Bound.XLS_CELLS, (long) bounds.xlsCells()),
                Map.entry(Bound.MERGED_REGIONS, (long) bounds.mergedRegions()),
                Map.entry(Bound.STRINGS, (long) bounds.strings()),
                Map.entry(Bound.STRINGS_LENGTH, bounds.stringsLength().toBytes()),
                Map.entry(Bound.TEXT, bounds.text().toBytes()),
                Map.entry(Bound.RECORD, bounds.record().toBytes()),
                Map.entry(Bound.XML_DEPTH, (long) bounds.xmlDepth()),
                Map.entry(Bound.XML_ATTRIBUTES, (long) bounds.xmlAttributes()),
                Map.entry(Bound.XML_PIECE, bounds.xmlPiece().toBytes()),
                Map.entry(Bound.SECONDS, (long) bounds.seconds())));
    }
}
