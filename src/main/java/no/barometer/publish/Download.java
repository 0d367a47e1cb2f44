package no.barometer.publish;

/**
 * A file that a release offers besides its pages.
 *
 * @param path within the release
 * @param format code of the format, as words call it in {@code format.<code>}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record Download(String path, String format, byte[] bytes) {}
