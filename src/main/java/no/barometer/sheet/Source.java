package no.barometer.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/**
 * A file being read.
 *
 * @param delivery path below {@code input/}, for problems
 * @param gzipped whether its bytes are gzipped, whatever its name
 * @param deadline when its reading must be over
 */
record Source(Path file, String delivery, ReadOptions options, boolean gzipped, Deadline deadline) {
    private static final int BUFFER = 1 << 16;

    Bounds bounds() {
        return options.bounds();
    }

    /** The content, unpacked if it is gzipped, bounded in size. */
    InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (!gzipped) {
            return raw;
        }
        try {
            return new BoundedInput(new GZIPInputStream(raw, BUFFER), new Budget(this, Files.size(file)));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    Fault fault(Kind kind, String found, String expected) {
        return new Fault(Problem.of(kind, Location.of(delivery), found, expected));
    }

    Fault faultAt(Kind kind, long line, String found, String expected) {
        return new Fault(Problem.of(kind, Location.line(delivery, line), found, expected));
    }

    Fault faultAt(Kind kind, String sheet, String cell, String found, String expected) {
        return new Fault(Problem.of(kind, Location.cell(delivery, sheet, cell), found, expected));
    }

    Fault damaged(String found, String expected) {
        return fault(Kind.DAMAGED, found, expected);
    }

    /** A bound is passed; {@code found} says by what. */
    Fault over(Bound bound, String found) {
        return over(bound, found, Location.of(delivery));
    }

    Fault over(Bound bound, String found, Location at) {
        return new Fault(bounds().exceeded(bound, found, at));
    }

    /** @throws Fault if the delivery has taken longer than its bound */
    void checkTime() {
        if (deadline.isOver()) {
            throw over(Bound.SECONDS, "reading takes longer");
        }
    }
}
