package no.barometer.warehouse;

import java.util.Comparator;
import java.util.List;

/**
 * One file as one delivery block reads it.
 *
 * @param block id of the delivery block
 * @param path below the input folder, with {@code /}
 * @param sha256 of its content, hex
 * @param size in bytes
 * @param modified milliseconds since 1970
 * @param part what the block's pattern captures as {@code {part}}, or empty
 * @param version what it captures as {@code {version}}, or empty
 * @param waves ids, in order of time when read back
 * @param bundle key of its bundle
 * @param rows read
 * @param respondents 0 for printed figures
 */
public record StoredDelivery(
        String survey,
        String block,
        String path,
        String sha256,
        long size,
        long modified,
        String part,
        String version,
        List<String> waves,
        String bundle,
        long rows,
        long respondents) {
    /** By survey, block and path. */
    public static final Comparator<StoredDelivery> ORDER = Comparator.comparing(StoredDelivery::survey)
            .thenComparing(StoredDelivery::block)
            .thenComparing(StoredDelivery::path);

    public StoredDelivery {
        waves = List.copyOf(waves);
    }
}
