package no.barometer.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the parts of a list on as many threads as there are cores. */
final class AllCores {
    private AllCores() {}

    /** Makes one part. */
    interface Part<T> {
        T make(int index) throws IOException;
    }

    /** @return the parts in their order */
    static <T> List<T> make(int count, Part<T> part) throws IOException {
        try {
            return IntStream.range(0, count)
                    .parallel()
                    .mapToObj(index -> {
                        try {
                            return part.make(index);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
