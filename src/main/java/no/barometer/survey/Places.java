package no.barometer.survey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.barometer.problem.CellReference;

/** Reads where something stands: {@code column A}, {@code rows 2-3}, {@code cell B2}, {@code sheet name}, … */
final class Places {
    static final Place UNSAID = new Place.Unsaid();

    static final String FORMS =
            "column A, column \"header\", columns a, b, row 4, rows 2-3, cell B2, sheet name or file name";
    private static final int LAST_ROW = 1_048_576;
    private static final Pattern FORM = Pattern.compile("(columns?|rows?|cell)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern ROWS = Pattern.compile("([1-9]\\d{0,6})(?:\\s*[-–]\\s*([1-9]\\d{0,6}))?");
    private static final Pattern CELL = Pattern.compile("([A-Za-z]{1,3})([1-9]\\d{0,6})");
    private static final Pattern QUOTED = Pattern.compile("\"(.+)\"|'(.+)'", Pattern.DOTALL);

    private Places() {}

    /** A place or, where nothing else fits, a literal. */
    static Place read(Value value) {
        String text = value.text();
        if (text.isEmpty()) {
            if (value.isText()) {
                value.wrong(FORMS);
            }
            return UNSAID;
        }
        if (text.equals("sheet name")) {
            return new Place.SheetName();
        }
        if (text.equals("file name")) {
            return new Place.FileName();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new Place.Literal(text);
        }
        Optional<? extends Place> place =
                of(form.group(1), form.group(2) == null ? "" : form.group(2).strip());
        if (place.isEmpty()) {
            value.wrong(FORMS);
        }
        return place.isPresent() ? place.get() : UNSAID;
    }

    static Place read(Fields fields, String key) {
        return fields.get(key).map(Places::read).orElse(UNSAID);
    }

    /** A place of one of these sorts; another is a fault. */
    static Place read(Fields fields, String key, List<Class<? extends Place>> sorts) {
        Place place = read(fields, key);
        if (place instanceof Place.Unsaid || sorts.stream().anyMatch(sort -> sort.isInstance(place))) {
            return place;
        }
        fields.get(key).ifPresent(value -> value.wrong(sorts.size() == 1 ? "column A or column \"header\"" : FORMS));
        return UNSAID;
    }

    /** {@code row 1} or {@code rows 2-3}. */
    static Block.Rows rows(Value value) {
        Place place = read(value);
        if (place instanceof Place.Row row) {
            return new Block.Rows(row.from(), row.to());
        }
        if (!(place instanceof Place.Unsaid)) {
            value.wrong("row 1 or rows 2-3");
        }
        return Block.Rows.UNSAID;
    }

    /** The 1-based number of a column's letters, or 0 if a sheet has no such column. */
    static int column(String letters) {
        return CellReference.column(letters);
    }

    private static Optional<? extends Place> of(String form, String rest) {
        return switch (form) {
            case "row", "rows" -> row(rest);
            case "cell" -> cell(rest);
            case "column" -> columnOf(rest);
            default -> columns(rest);
        };
    }

    private static Optional<Place.Row> row(String rest) {
        Matcher rows = ROWS.matcher(rest);
        if (!rows.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(rows.group(1));
        int to = rows.group(2) == null ? from : Integer.parseInt(rows.group(2));
        return from <= to && to <= LAST_ROW ? Optional.of(new Place.Row(from, to)) : Optional.empty();
    }

    private static Optional<Place.Cell> cell(String rest) {
        Matcher cell = CELL.matcher(rest);
        if (!cell.matches() || column(cell.group(1)) == 0 || Integer.parseInt(cell.group(2)) > LAST_ROW) {
            return Optional.empty();
        }
        return Optional.of(new Place.Cell(Integer.parseInt(cell.group(2)), column(cell.group(1))));
    }

    private static Optional<Place.Column> columnOf(String rest) {
        Matcher quoted = QUOTED.matcher(rest);
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Place.Column(unquoted(rest), quoted.matches()));
    }

    private static Optional<Place.Columns> columns(String rest) {
        List<String> names = Pattern.compile(",")
                .splitAsStream(rest)
                .map(name -> unquoted(name.strip()))
                .toList();
        return names.stream().anyMatch(String::isEmpty) ? Optional.empty() : Optional.of(new Place.Columns(names));
    }

    private static String unquoted(String text) {
        return QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
    }
}
