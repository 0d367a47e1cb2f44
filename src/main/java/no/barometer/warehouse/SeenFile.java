package no.barometer.warehouse;

/**
 * A file of the input folder whose content is known as long as its size and time stay.
 *
 * @param path below the input folder, with {@code /}
 * @param modified milliseconds since 1970
 * @param sha256 of its content, hex
 */
public record SeenFile(String path, long size, long modified, String sha256) {}
