package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A JSON-LD document in Turtle: a context of prefixes and a graph of nodes, whose values are texts, values with a language
 * or type, references, or blank nodes.
 */
final class Turtle {
    private final StringBuilder out = new StringBuilder();

    private Turtle() {}

    static byte[] of(Map<String, String> prefixes, List<Map<String, Object>> graph) {
        Turtle turtle = new Turtle();
        prefixes.forEach((prefix, iri) -> turtle.out
                .append("@prefix ")
                .append(prefix)
                .append(": <")
                .append(iri)
                .append("> .\n"));
        for (Map<String, Object> node : graph) {
            turtle.out.append('\n').append(iri(Objects.requireNonNull(node.get("@id"))));
            turtle.properties(node, "    ");
            turtle.out.append(" .\n");
        }
        return turtle.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void properties(Map<String, Object> node, String indent) {
        boolean first = true;
        for (Map.Entry<String, Object> property : node.entrySet()) {
            if (!property.getKey().equals("@id")) {
                out.append(first ? "" : " ;").append('\n').append(indent);
                first = false;
                boolean type = property.getKey().equals("@type");
                out.append(type ? "a" : property.getKey());
                List<?> values = property.getValue() instanceof List<?> list ? list : List.of(property.getValue());
                for (int i = 0; i < values.size(); i++) {
                    out.append(i == 0 ? " " : " , ");
                    if (type) {
                        out.append(values.get(i));
                    } else {
                        value(values.get(i), indent);
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // nodes are maps of texts
    private void value(Object value, String indent) {
        if (!(value instanceof Map<?, ?> map)) {
            out.append(literal(value));
        } else if (map.containsKey("@value")) {
            out.append(literal(String.valueOf(map.get("@value"))));
            if (map.containsKey("@language")) {
                out.append('@').append(map.get("@language"));
            } else {
                out.append("^^").append(map.get("@type"));
            }
        } else if (map.containsKey("@id")) {
            out.append(iri(Objects.requireNonNull(map.get("@id"))));
        } else {
            out.append('[');
            properties((Map<String, Object>) map, indent + "    ");
            out.append(" ]");
        }
    }

    private static String iri(Object iri) {
        StringBuilder text = new StringBuilder("<");
        String.valueOf(iri).codePoints().forEach(c -> {
            if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                text.append(String.format(java.util.Locale.ROOT, "%%%02X", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append('>').toString();
    }

    private static String literal(Object text) {
        StringBuilder literal = new StringBuilder("\"");
        String.valueOf(text).codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                literal.append(String.format(java.util.Locale.ROOT, "\\u%04X", c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('"').toString();
    }
}
