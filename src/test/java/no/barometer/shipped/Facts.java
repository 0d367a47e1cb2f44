package no.barometer.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The published figures of one file under {@code facts/}; remembers which ones were asked for. */
final class Facts {
    private final List<String> header;
    private final List<List<String>> rows;
    private final Set<List<String>> unused;

    private Facts(List<String> lines) {
        header = cells(lines.get(0));
        rows = lines.stream().skip(1).map(Facts::cells).toList();
        unused = new LinkedHashSet<>(rows);
    }

    static Facts of(String survey) {
        try (InputStream in = Facts.class.getResourceAsStream("/facts/" + survey + ".csv")) {
            if (in == null) {
                throw new IllegalArgumentException("No facts for " + survey);
            }
            return new Facts(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last column of the only row whose other columns hold these texts. */
    double figure(String... keys) {
        return number(row(keys).get(header.size() - 1));
    }

    /** The figure as printed, with a decimal comma. */
    String printed(String... keys) {
        return row(keys).get(header.size() - 1);
    }

    /** The figure in a named column of the only row whose first column holds the key. */
    double across(String key, String column) {
        return number(row(key).get(header.indexOf(column)));
    }

    /** What stands in a named column of the only row that holds these texts. */
    String cell(String column, String... keys) {
        return row(keys).get(header.indexOf(column));
    }

    /** Rows that nobody asked for. */
    Set<List<String>> unused() {
        return unused;
    }

    private List<String> row(String... keys) {
        List<List<String>> found =
                rows.stream().filter(row -> row.containsAll(List.of(keys))).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " facts for " + Arrays.toString(keys));
        }
        unused.remove(found.get(0));
        return found.get(0);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
