package no.barometer.sheet;

import java.util.List;

/** Takes what a file holds, in the file's order. */
public interface RowSink {
    /** A sheet begins. Whether its rows are wanted. */
    boolean sheet(SheetInfo sheet);

    /** A row that is not blank. The row is reused: nothing of it may be kept. */
    void row(SourceRow row);

    /**
     * The sheet's rows are over.
     *
     * @param merged its merged regions, which stand behind the rows in files
     */
    default void endOfSheet(List<SheetInfo.Region> merged) {}
}
