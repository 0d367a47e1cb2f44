package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a small csv file beside a definition.
 *
 * @param cells their texts, without quotation marks and blanks around them
 * @param starts where each begins, counted from 0
 */
record CsvLine(List<String> cells, List<Integer> starts) {
    /** The delimiter of a file, told from its header: the one met most often. */
    static char delimiter(String header) {
        char best = ',';
        for (char one : new char[] {',', ';', '\t'}) {
            if (count(header, one) > count(header, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** A doubled quotation mark within quotation marks stands for itself, a delimiter within them too. */
    static CsvLine of(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        List<Integer> starts = new ArrayList<>(List.of(0));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                starts.add(i + 1);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return new CsvLine(cells, starts);
    }
}
