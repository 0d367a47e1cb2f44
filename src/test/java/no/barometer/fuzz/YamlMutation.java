package no.barometer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes what a definition says. */
final class YamlMutation {
    private static final String[] PIECES = {
        "&a [*a]",
        "*a",
        "<<: *a",
        "!!javax.script.ScriptEngineManager []",
        "!tag x",
        "~",
        "[]",
        "{}",
        "\"",
        "'",
        "|",
        ">-",
        "- ",
        ": ",
        "#",
        "---",
        "...",
        "%YAML 1.1",
        "\t",
        "../../etc/passwd",
        "/(a+)+$/",
        "/[/",
        "/(?=x)/",
        "column",
        "row 0",
        "rows 9-1",
        "cell ZZZZ9",
        "{wave}{wave}",
        "**",
        "0",
        "-1",
        "99999999999",
        "1e400",
        ".inf",
        "yes",
        "2012-13",
        "2012-W60",
        "{part}",
        "0x7fffffff",
        "2001-01-01",
        "? a",
        "\u0000",
        "\ufffe",
        "\ud83d\ude00",
        "[a, b, [c, [d]]]",
        "{a: {b: {c: d}}}",
        "microdata",
        "crosstab",
        "series",
        "long",
    };

    private YamlMutation() {}

    static byte[] of(byte[] yaml, RandomGenerator random) {
        if (random.nextInt(5) == 0) {
            return ByteMutation.of(yaml, random);
        }
        List<String> lines = new ArrayList<>(List.of(new String(yaml, StandardCharsets.UTF_8).split("\n", -1)));
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            mutate(lines, random);
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void mutate(List<String> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int cut = random.nextInt(line.length() + 1);
        String piece = PIECES[random.nextInt(PIECES.length)];
        switch (random.nextInt(8)) {
            case 0 -> {
                if (lines.size() > 1) {
                    lines.remove(at);
                }
            }
            case 1 -> lines.add(random.nextInt(lines.size() + 1), line);
            case 2 -> lines.set(at, "  ".repeat(random.nextInt(4)) + line.strip());
            case 3 -> lines.set(at, line.substring(0, cut) + piece + line.substring(cut));
            case 4 -> {
                int colon = line.indexOf(": ");
                lines.set(at, (colon < 0 ? "" : line.substring(0, colon + 2)) + piece);
            }
            case 5 -> lines.set(at, line.substring(0, cut));
            case 6 -> {
                int other = random.nextInt(lines.size());
                lines.set(at, lines.get(other));
                lines.set(other, line);
            }
            default -> lines.set(at, line + piece.repeat(1 + random.nextInt(200)));
        }
    }
}
