package no.barometer.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;

/** The header of a file with one record a row: from header texts to column numbers. */
final class Columns {
    private static final int MOST_LISTED = 8;

    private final Map<String, List<Integer>> byText = new LinkedHashMap<>();
    private final List<String> texts;
    private final Location at;
    private final Faults faults;

    /** @param texts header texts by column, the first one being column 1 */
    Columns(List<String> texts, Location at, Faults faults) {
        this.texts = texts.stream().map(Labels::tidy).toList();
        this.at = at;
        this.faults = faults;
        for (int i = 0; i < texts.size(); i++) {
            if (!this.texts.get(i).isEmpty()) {
                byText.computeIfAbsent(Labels.key(texts.get(i)), fresh -> new ArrayList<>())
                        .add(i + 1);
            }
        }
    }

    String text(int column) {
        return column <= texts.size() && !texts.get(column - 1).isEmpty()
                ? texts.get(column - 1)
                : CellReference.letters(column);
    }

    /** The last column that has a text. */
    int width() {
        int width = texts.size();
        while (width > 0 && texts.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    int count() {
        return texts.size();
    }

    /** The column of a header, or 0 with a fault. */
    int require(String header) {
        int column = find(header);
        if (column == 0) {
            faults.add(
                    Kind.COLUMN_MISSING,
                    at,
                    header,
                    Labels.nearest(header, texts).map(near -> '"' + near + '"').orElseGet(this::listed),
                    '"' + header + '"');
        }
        return Math.max(0, column);
    }

    /** The headers that are there. */
    private String listed() {
        List<String> some = texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> '"' + text + '"')
                .toList();
        return some.isEmpty()
                ? "no header"
                : String.join(", ", some.subList(0, Math.min(MOST_LISTED, some.size())))
                        + (some.size() > MOST_LISTED ? " and " + (some.size() - MOST_LISTED) + " more" : "");
    }

    /** The column of a header, or 0. A header that stands twice is a fault. */
    int find(String header) {
        List<Integer> columns = byText.get(Labels.key(header));
        if (columns == null) {
            return 0;
        }
        if (columns.size() > 1) {
            faults.add(Kind.COLUMN_DOUBLED, at, header, '"' + header + '"', "it once");
        }
        return columns.get(0);
    }

    /** The column of a place: by header text first, else by letters. */
    int require(Place.Column place) {
        int column = find(place.name());
        if (column > 0 || place.byHeaderOnly()) {
            return column > 0 ? column : require(place.name());
        }
        int byLetters = place.name().equals(place.name().toUpperCase(java.util.Locale.ROOT))
                ? CellReference.column(place.name())
                : 0;
        return byLetters > 0 ? byLetters : require(place.name());
    }

    /** Tells of a column of an option that no codebook has. */
    void unknownOption(int column, String option, List<String> known) {
        faults.add(
                Kind.UNKNOWN_ANSWER,
                at,
                text(column),
                option,
                Labels.expected(option, known) + " for the column \"" + text(column) + '"');
    }

    /** Columns whose header matches a pattern with one {@code *}, with what the star stands for. */
    Map<Integer, String> matching(String pattern) {
        int star = pattern.indexOf('*');
        Pattern regex = Pattern.compile(
                Pattern.quote(pattern.substring(0, star)) + "(.*)" + Pattern.quote(pattern.substring(star + 1)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Map<Integer, String> found = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            var matcher = regex.matcher(texts.get(i));
            if (matcher.matches()) {
                found.put(i + 1, matcher.group(1));
            }
        }
        if (found.isEmpty()) {
            require(pattern);
        }
        return found;
    }
}
