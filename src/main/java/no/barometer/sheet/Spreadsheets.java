package no.barometer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** Reads any delivered file, whatever its format. */
public final class Spreadsheets {
    private static final int HEAD = 8192;

    private Spreadsheets() {}

    /**
     * Streams a file's sheets and rows. What the file is, is told by its content and not by its name.
     *
     * @param delivery path below {@code input/}, for problems
     * @param problems takes every fault; after an error that ends the reading nothing more reaches the sink
     * @return whether the file could be read to its end
     */
    public static boolean read(
            Path file, String delivery, ReadOptions options, RowSink sink, Consumer<Problem> problems) {
        Source source = new Source(
                file, delivery, options, false, Deadline.in(options.bounds().of(Bound.SECONDS)));
        Consumer<Problem> guarded = Guard.problems(problems);
        try {
            readWhole(source, Guard.sink(sink), guarded);
            return true;
        } catch (Guard.Passing e) {
            throw e.original();
        } catch (Fault e) {
            problems.accept(e.problem());
            return false;
        } catch (IOException e) {
            problems.accept(Damage.of(e, source).problem());
            return false;
        } catch (OutOfMemoryError | StackOverflowError e) {
            // what was read so far is let go with the stack; one delivery must not end the run
            problems.accept(Problem.of(
                    Kind.TOO_LARGE,
                    Location.of(delivery),
                    "reading it takes more memory than there is",
                    "a smaller file, fewer --threads, or a larger heap (-Xmx)"));
            return false;
        }
    }

    /** Whether a file is delimited text and no workbook; false where it cannot be told. */
    public static boolean isText(Path file, String delivery, ReadOptions options) {
        Source plain = new Source(
                file, delivery, options, false, Deadline.in(options.bounds().of(Bound.SECONDS)));
        try {
            byte[] head = head(plain);
            Source source = new Source(file, delivery, options, isGzip(head), plain.deadline());
            return FileFormat.of(unpacked(head, source), source) == FileFormat.TEXT;
        } catch (Fault | IOException e) {
            return false;
        }
    }

    private static void readWhole(Source plain, RowSink sink, Consumer<Problem> problems) throws IOException {
        long size = Files.size(plain.file());
        if (size == 0) {
            throw plain.fault(Kind.EMPTY_FILE, "no bytes", "rows of cells");
        }
        if (size > plain.bounds().of(Bound.FILE)) {
            throw plain.over(Bound.FILE, size + " bytes");
        }
        byte[] packed = head(plain);
        Source source = new Source(plain.file(), plain.delivery(), plain.options(), isGzip(packed), plain.deadline());
        byte[] head = unpacked(packed, source);
        if (head.length == 0) {
            throw source.fault(Kind.EMPTY_FILE, "no bytes once unpacked", "rows of cells");
        }
        FileFormat format = FileFormat.of(head, source);
        SheetFeed feed = new SheetFeed(source, sink, problems);
        if (format == FileFormat.TEXT) {
            warnOfEnding(source, format, problems);
            new TextFile(source, feed).read();
        } else {
            try (Unpacked workbook = Unpacked.of(source)) {
                readWorkbook(format, workbook.file(), feed, source, problems);
            }
        }
        feed.endOfFile();
    }

    private static void readWorkbook(
            FileFormat format, Path workbook, SheetFeed feed, Source source, Consumer<Problem> problems)
            throws IOException {
        try {
            if (format == FileFormat.XLSX) {
                try (ZipFile zip = Containers.openZip(workbook, source)) {
                    Containers.checkZip(zip, source);
                    warnOfEnding(source, format, problems);
                    new XlsxFile(source, feed).read(zip, Files.size(workbook));
                }
            } else {
                Containers.checkOle(workbook, source);
                warnOfEnding(source, format, problems);
                new XlsFile(source, feed).read(workbook);
            }
        } catch (Guard.Passing e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // POI and the parser throw all sorts of exceptions at damaged bytes
            throw Damage.of(e, source);
        }
    }

    /** The first bytes of a file as they lie there. */
    private static byte[] head(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.file())) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    /** The first bytes of the content. */
    private static byte[] unpacked(byte[] head, Source source) throws IOException {
        if (!source.gzipped()) {
            return head;
        }
        try (InputStream in = source.open()) {
            return in.readNBytes(HEAD);
        }
    }

    private static void warnOfEnding(Source source, FileFormat format, Consumer<Problem> problems) {
        String name = source.delivery().toLowerCase(Locale.ROOT);
        boolean saysGzipped = name.endsWith(".gz");
        if (saysGzipped) {
            name = name.substring(0, name.length() - 3);
        }
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        boolean known = false;
        for (FileFormat other : FileFormat.values()) {
            known |= other.hasEnding(ending);
        }
        if ((known && !format.hasEnding(ending)) || saysGzipped != source.gzipped()) {
            String what = (source.gzipped() ? "gzipped, " : "") + format.described();
            String said = saysGzipped ? ending + ".gz" : ending;
            problems.accept(Problem.of(Kind.WRONG_EXTENSION, Location.of(source.delivery()), what, said));
        }
    }
}
