package no.barometer.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A csv file in the making: UTF-8, one header line; texts are made harmless. */
final class CsvText {
    /** RFC 4180, comma, LF. */
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    /** As Excel in Norway takes it: semicolon, decimal comma, byte order mark. */
    static final CSVFormat NORWEGIAN = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private static final Pattern MONTH = Pattern.compile("^(\\d{4})-(\\d{2})$");
    private static final Pattern AGES = Pattern.compile("^(\\d{1,3})-(\\d{1,3})$");

    private final StringBuilder out = new StringBuilder();
    private final CSVPrinter printer;
    private final List<String> cells = new ArrayList<>();
    private final boolean norwegian;
    private final int columns;

    CsvText(List<String> header) {
        this(FORMAT, header);
    }

    /** @param format one of those above */
    CsvText(CSVFormat format, List<String> header) {
        norwegian = format.equals(NORWEGIAN);
        try {
            out.append(norwegian ? "\uFEFF" : "");
            printer = new CSVPrinter(out, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        columns = header.size();
        header.forEach(this::text);
        end();
    }

    /** A cell of text. */
    CsvText text(String text) {
        cells.add(SafeText.of(norwegian ? undated(text) : text));
        return this;
    }

    /** A cell with a number as printed. */
    CsvText figure(String figure) {
        cells.add(norwegian ? figure.replace('.', ',') : figure);
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

    /** Months as Statistics Norway writes them, and ages with a dash: Excel would make dates of 2012-03 and 10-12. */
    private static String undated(String text) {
        String dated = MONTH.matcher(text).replaceFirst("$1M$2");
        return AGES.matcher(dated).replaceFirst("$1–$2");
    }
}
