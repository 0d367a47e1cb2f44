package no.barometer.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** What pages are dressed in: style and script stand in each page, so that it is whole when it is saved or moved. */
final class Assets {
    /** The chart library, beside the front page; it is fetched when a reader asks for it. */
    static final String LIBRARY = "echarts-6.0.0.min.js";

    static final String STYLE = text("/site/style.css");
    static final String SCRIPT = text("/site/script.js");

    /** Nothing from elsewhere, no form, and no style or script but those two and the library. */
    static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self' data:; style-src " + hash(STYLE)
                    + "; script-src 'self' " + hash(SCRIPT);

    /** The pages' icon, a line that rises; without one browsers ask the host for theirs. */
    static final String ICON =
            "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E"
                    + "%3Cpath%20d='M1%2013l5-6%204%203%205-8'%20fill='none'%20stroke='%230b5cad'"
                    + "%20stroke-width='2.4'/%3E%3C/svg%3E";

    private static final String LIBRARY_SOURCE = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

    private Assets() {}

    static byte[] library() {
        return bytes(LIBRARY_SOURCE);
    }

    /** As the browser hashes what stands in the element; line ends may have been changed when it was checked out. */
    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static String hash(String content) {
        byte[] sha = HexFormat.of().parseHex(Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
        return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
