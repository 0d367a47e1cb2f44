package no.barometer.sheet;

import java.nio.file.Path;
import java.util.function.Consumer;
import no.barometer.problem.Problem;

/** Reads any delivered file, whatever its format. */
public final class Spreadsheets {
    private Spreadsheets() {}

    /**
     * Streams a file's sheets and rows.
     *
     * @param delivery path below {@code input/}, for problems
     * @param problems takes every fault; after an error that ends the reading nothing more reaches the sink
     * @return whether the file could be read to its end
     */
    public static boolean read(
            Path file, String delivery, ReadOptions options, RowSink sink, Consumer<Problem> problems) {
        return false;
    }
}
