package no.barometer.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file as somebody might send it. All hold, or pretend to hold, the same four figures: television and newspapers in 2019
 * and 2020.
 *
 * @param block more keys of the delivery block, in YAML's flow style; empty for none
 */
record Delivery(String id, String file, Content content, String block) {
    interface Content {
        byte[] bytes() throws Exception;
    }

    static Delivery of(String id, String file, Content content) {
        return new Delivery(id, file, content, "");
    }

    static Delivery text(String id, String text) {
        return text(id, text, StandardCharsets.UTF_8);
    }

    static Delivery text(String id, String text, Charset charset) {
        return of(id, "tabell.csv", () -> text.getBytes(charset));
    }

    Delivery named(String other) {
        return new Delivery(id, other, content, block);
    }

    Delivery with(String keys) {
        return new Delivery(id, file, content, keys);
    }

    @Override
    public String toString() {
        return id;
    }
}
