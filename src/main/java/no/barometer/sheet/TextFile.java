package no.barometer.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads delimited text. All its cells are text. */
final class TextFile {
    private static final int SAMPLE = 1 << 20;

    private final Source source;
    private final SheetFeed feed;
    private final long longest;
    private final long mostColumns;

    TextFile(Source source, SheetFeed feed) {
        this.source = source;
        this.feed = feed;
        this.longest = source.bounds().of(Bound.TEXT);
        this.mostColumns = source.bounds().of(Bound.COLUMNS);
    }

    void read() throws IOException {
        TextEncoding encoding = TextEncoding.of(source);
        CSVFormat format = format(encoding);
        if (!feed.begin(new SheetInfo("", 1, false), new BitSet())) {
            return;
        }
        char delimiter = format.getDelimiterString().charAt(0);
        char escape = format.getEscapeCharacter() == null ? 0 : format.getEscapeCharacter();
        Signs signs = new Signs(delimiter, quote(), escape);
        try (DecodedText reader = new DecodedText(source, encoding, signs)) {
            PlainRecords plain = new PlainRecords(reader);
            boolean suited = Signs.suit(delimiter, quote(), escape);
            if (!suited || !plain.read(this::deliver)) {
                parse(format, plain, reader);
            }
        }
        feed.endOfSheet(List.of());
    }

    /** Parses what is not plain. */
    private void parse(CSVFormat format, PlainRecords plain, DecodedText reader) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setReader(unescaped(plain.rest(), format))
                .setFormat(format)
                .get()) {
            records(parser, plain.line() - 1, reader);
        }
    }

    private Reader unescaped(Reader reader, CSVFormat format) {
        Character escape = format.getEscapeCharacter();
        return escape == null
                ? reader
                : new StrayQuotes(reader, format.getDelimiterString().charAt(0), quote(), escape);
    }

    private char quote() {
        String quote = source.options().quote();
        return quote.isEmpty() ? '"' : quote.charAt(0);
    }

    private CSVFormat format(TextEncoding encoding) throws IOException {
        ReadOptions options = source.options();
        char quote = quote();
        char escape = options.escape().isEmpty() ? 0 : options.escape().charAt(0);
        char delimiter = options.delimiter().isEmpty()
                ? found(encoding, quote, escape)
                : options.delimiter().charAt(0);
        CSVFormat.Builder format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quote)
                .setIgnoreEmptyLines(false);
        // an escape equal to the quote is the quote doubled
        if (escape != 0 && escape != quote) {
            format.setEscape(escape);
        }
        return format.get();
    }

    private char found(TextEncoding encoding, char quote, char escape) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        boolean whole = false;
        try (Reader reader = new DecodingReader(source, encoding)) {
            while (length < SAMPLE && !whole) {
                int n = reader.read(sample, length, SAMPLE - length);
                whole = n < 0;
                length += Math.max(n, 0);
            }
        } catch (Fault fault) {
            if (length == 0) {
                throw fault;
            }
            // the reading will come to the same place and say so
        }
        return Delimiters.find(new String(sample, 0, length), whole, quote, escape, source);
    }

    /** @param before lines before those parsed */
    private void records(CSVParser parser, long before, DecodedText reader) {
        Iterator<CSVRecord> records = parser.iterator();
        while (true) {
            long line = before + parser.getCurrentLineNumber() + 1;
            CSVRecord record;
            try {
                if (!records.hasNext()) {
                    return;
                }
                record = records.next();
            } catch (UncheckedIOException | IllegalStateException e) {
                throw unbalanced(e, line);
            }
            reader.recordEnded();
            deliver(record, line);
        }
    }

    private void deliver(CSVRecord record, long line) {
        if (says(record.get(0), line)) {
            return;
        }
        SourceRow row = start(record.size(), line);
        for (int i = 0; i < record.size(); i++) {
            String text = record.get(i);
            checkLength(text.length(), line);
            row.putText(i + 1, text);
        }
        row.fields(record.size());
        feed.endOfRow();
    }

    private void deliver(char[] chars, int start, int[] ends, int fields, long line) {
        if (line == 1 && says(new String(chars, start, ends[0] - start), line)) {
            return;
        }
        SourceRow row = start(fields, line);
        if (ends[fields - 1] - start > longest) {
            int from = start;
            for (int i = 0; i < fields; i++) {
                checkLength(ends[i] - from, line);
                from = ends[i] + 1;
            }
        }
        row.putFields(chars, start, ends, fields);
        feed.endOfRow();
    }

    /** Whether this is the line that says the delimiter to spreadsheet programs. */
    private static boolean says(String first, long line) {
        return line == 1 && first.toLowerCase(Locale.ROOT).equals("sep=");
    }

    private SourceRow start(int fields, long line) {
        if (line > Integer.MAX_VALUE) {
            throw source.over(Bound.ROWS, "more lines");
        }
        SourceRow row = feed.start((int) line, false);
        if (fields > mostColumns) {
            throw source.over(Bound.COLUMNS, fields + " fields", Location.line(source.delivery(), line));
        }
        return row;
    }

    private void checkLength(int length, long line) {
        if (length > longest) {
            throw source.over(
                    Bound.TEXT, "a text of " + length + " characters", Location.line(source.delivery(), line));
        }
    }

    private Fault unbalanced(RuntimeException e, long line) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        boolean open = message.contains("EOF");
        return source.faultAt(
                Kind.UNBALANCED_QUOTE,
                line,
                open ? "the record's quote is still open at the end of the file" : "text after the closing quote",
                "a delimiter after the closing quote; quotes inside doubled, or escape declared");
    }
}
