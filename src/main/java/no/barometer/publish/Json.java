package no.barometer.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON as releases hold it: keys in the order given, two blanks, LF, UTF-8. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static byte[] bytes(Object tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return bytes(MAPPER.writer().with(pretty), tree);
    }

    /** Without blanks and line ends: for many figures. */
    static byte[] compact(Object tree) {
        return bytes(MAPPER.writer(), tree);
    }

    /** Encoded piece by piece: a manifest may be of megabytes. */
    private static byte[] bytes(ObjectWriter writer, Object tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(text, tree);
            text.write('\n');
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
