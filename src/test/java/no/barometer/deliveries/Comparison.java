package no.barometer.deliveries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computed figures beside printed ones of the same survey.
 *
 * @param pairs computed and printed estimate, by what they are of
 */
record Comparison(Map<List<String>, List<Map<String, String>>> pairs) {
    static Comparison of(Published published, String survey, String computed, String printed) {
        Map<List<String>, Map<String, String>> sheet = new LinkedHashMap<>();
        published.table(survey, printed).forEach(row -> sheet.put(key(row), row));
        Map<List<String>, List<Map<String, String>>> pairs = new LinkedHashMap<>();
        for (Map<String, String> row : published.table(survey, computed)) {
            Map<String, String> other = sheet.get(key(row));
            if (other != null) {
                pairs.put(key(row), List.of(row, other));
            }
        }
        return new Comparison(pairs);
    }

    private static List<String> key(Map<String, String> row) {
        return List.of(row.get("wave"), row.get("item"), row.get("answer"), row.get("breakdown"), row.get("group"));
    }

    int figures() {
        return pairs.size();
    }

    /** Pairs further apart than the printed rounding, in percentage points; a figure that was not printed is not compared. */
    List<List<Map<String, String>>> apart(double rounding) {
        return pairs.values().stream()
                .filter(pair -> !pair.get(1).get("value").isEmpty())
                .filter(pair -> Math.abs(value(pair.get(0)) - value(pair.get(1))) > rounding + 1e-9)
                .toList();
    }

    List<List<Map<String, String>>> otherBases() {
        return pairs.values().stream()
                .filter(pair -> !pair.get(0).get("base").equals(pair.get(1).get("base")))
                .toList();
    }

    private static double value(Map<String, String> row) {
        return Double.parseDouble(row.get("value"));
    }
}
