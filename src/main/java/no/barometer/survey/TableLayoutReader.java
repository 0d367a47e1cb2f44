package no.barometer.survey;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;

/** Reads where things stand in a table of figures: the keys that microdata does not have. */
final class TableLayoutReader {
    private static final List<String> TOTAL = List.of("Total", "Totalt", "I alt", "Alle", "All");
    private static final Map<String, TableLayout.Figures> FIGURES = Map.of(
            "percent",
            TableLayout.Figures.PERCENT,
            "fraction",
            TableLayout.Figures.FRACTION,
            "number",
            TableLayout.Figures.NUMBER);
    private static final Map<String, String> ROWS = same("count", "share", "letters", "mean", "skip");
    private static final Map<String, String> MEASURES = same("mean", "value", "skip");
    private static final Pattern BEGIN = Pattern.compile("(/.+/)\\s+in\\s+column\\s+([A-Za-z]{1,3})");

    private final Codebook codebook;

    TableLayoutReader(Codebook codebook) {
        this.codebook = codebook;
    }

    TableLayout read(Fields fields, Block.Layout layout) {
        if (layout == Block.Layout.MICRODATA) {
            Section.Keys.TABLES.stream()
                    .filter(key -> !key.equals("ignore"))
                    .forEach(key -> fields.misplaced(key, "it in layout crosstab, series or long only"));
        }
        if (layout != Block.Layout.LONG) {
            Section.Keys.LONG.stream()
                    .filter(key -> layout != Block.Layout.SERIES || !key.equals("breakdowns"))
                    .forEach(key -> fields.misplaced(
                            key, "it in layout " + (key.equals("breakdowns") ? "series or long" : "long") + " only"));
        } else {
            fields.required("figure");
        }
        if (layout == Block.Layout.SERIES || layout == Block.Layout.LONG) {
            fields.misplaced("universe", "it in layout crosstab only");
        }
        PlaceReader places = new PlaceReader(codebook, fields);
        TableLayout.Figures figures =
                fields.get("figures").flatMap(value -> value.oneOf(FIGURES)).orElse(TableLayout.Figures.PERCENT);
        Optional<Fields> bases = fields.get("bases").map(value -> value.fields(Section.BASES));
        Optional<Value> begin = fields.get("tables")
                .flatMap(value -> value.fields(Section.STACKED).required("begin"));
        Optional<Fields> ignore = fields.get("ignore").filter(Value::isMap).map(value -> value.fields(Section.IGNORE));
        Place question = places.question();
        return new TableLayout(
                question,
                places.item(question),
                places.answer(question),
                places.breakdowns(),
                fields.get("breakdown").flatMap(codebook::breakdown).orElse(""),
                places.column("figure"),
                places.column("base"),
                places.column("weighted base"),
                places.column("status"),
                figures,
                unit(fields, figures),
                pattern(bases, "unweighted"),
                pattern(bases, "weighted"),
                chosen(fields, "each answer", ROWS),
                measures(fields),
                ignored(fields, ignore, "texts"),
                ignored(fields, ignore, "questions"),
                ignored(fields, ignore, "groups"),
                marks(fields),
                only(fields, "withheld", "", "\"\", or the text under marks"),
                fields.has("total") ? fields.texts("total") : TOTAL,
                fields.get("strip").flatMap(Patterns::read).orElse(null),
                only(fields, "repeated", "same", "same"),
                begin.flatMap(TableLayoutReader::begin).orElse(null),
                begin.map(TableLayoutReader::beginColumn).orElse(0),
                places.aboveTable("universe"),
                !only(fields, "sum", "any", "any"));
    }

    private static String unit(Fields fields, TableLayout.Figures figures) {
        if (figures != TableLayout.Figures.NUMBER) {
            return "percent";
        }
        return fields.has("unit") ? fields.text("unit") : "number";
    }

    private static String pattern(Optional<Fields> fields, String key) {
        return fields.flatMap(some -> some.get(key))
                .map(TableLayoutReader::pattern)
                .orElse("");
    }

    private static String pattern(Value value) {
        String text = value.text();
        return text.isEmpty() ? text : Patterns.text(value);
    }

    private static List<String> patterns(Fields fields, String key) {
        return fields.get(key).map(Value::oneOrMany).orElse(List.of()).stream()
                .map(TableLayoutReader::pattern)
                .toList();
    }

    /** A plain list under ignore is of texts of any sort. */
    private static List<String> ignored(Fields fields, Optional<Fields> byKind, String kind) {
        if (byKind.isPresent()) {
            return patterns(byKind.get(), kind);
        }
        return kind.equals("texts") ? patterns(fields, "ignore") : List.of();
    }

    private static List<String> chosen(Fields fields, String key, Map<String, String> words) {
        return fields.get(key).map(Value::oneOrMany).orElse(List.of()).stream()
                .flatMap(one -> one.oneOf(words).stream())
                .toList();
    }

    private static Map<String, String> measures(Fields fields) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (Value.Entry entry : fields.get("measures").map(Value::entries).orElse(List.of())) {
            String pattern = Patterns.text(entry.key());
            entry.value().oneOf(MEASURES).ifPresent(measure -> measures.put(pattern, measure));
        }
        return measures;
    }

    private static Map<String, String> marks(Fields fields) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (Value.Entry entry : fields.get("marks").map(Value::entries).orElse(List.of())) {
            marks.put(entry.key().key(), entry.value().text());
        }
        return marks;
    }

    /** Whether a key that knows one value only has it. */
    private static boolean only(Fields fields, String key, String word, String expected) {
        Optional<Value> value = fields.get(key);
        if (value.isPresent() && !(value.get().isText() && value.get().text().equals(word))) {
            value.get().wrong(expected);
        }
        return value.isPresent();
    }

    private static Optional<Pattern> begin(Value value) {
        Matcher begin = BEGIN.matcher(value.text());
        if (!begin.matches() || Places.column(begin.group(2)) == 0) {
            value.fault(Kind.WRONG_VALUE, value.text(), "/…/ in column A");
            return Optional.empty();
        }
        return Patterns.compile(
                value, begin.group(1).substring(1, begin.group(1).length() - 1));
    }

    private static int beginColumn(Value value) {
        Matcher begin = BEGIN.matcher(value.key().strip());
        return begin.matches() ? Places.column(begin.group(2)) : 0;
    }

    private static Map<String, String> same(String... words) {
        Map<String, String> same = new LinkedHashMap<>();
        for (String word : words) {
            same.put(word, word);
        }
        return same;
    }
}
