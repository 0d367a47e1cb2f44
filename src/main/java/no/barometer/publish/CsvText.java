package no.barometer.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A csv file in the making: RFC 4180, UTF-8, comma, LF, one header line. */
final class CsvText {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final StringBuilder out = new StringBuilder();
    private final CSVPrinter printer;
    private final List<String> cells = new ArrayList<>();
    private final int columns;

    CsvText(List<String> header) {
        try {
            printer = new CSVPrinter(out, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        columns = header.size();
        header.forEach(this::text);
        end();
    }

    /** A cell of text, made harmless. */
    CsvText text(String text) {
        cells.add(SafeText.of(text));
        return this;
    }

    /** A cell with a number as printed. */
    CsvText figure(String figure) {
        cells.add(figure);
        return this;
    }

    CsvText end() {
        if (cells.size() != columns) {
            throw new IllegalStateException(cells.size() + " cells in a line of " + columns);
        }
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cells.clear();
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
