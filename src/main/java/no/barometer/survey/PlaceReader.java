package no.barometer.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the places of a block's table. A literal must be an id of the codebook, so that a slip is no literal. */
record PlaceReader(Codebook codebook, Fields fields) {

    Place question() {
        return read("question", value -> one(value, codebook::question));
    }

    Place item(Place question) {
        List<String> of = question instanceof Place.Literal literal ? List.of(literal.text()) : List.of();
        return read("items", value -> one(value, item -> codebook.item(item, of)));
    }

    Place answer(Place question) {
        return read("answers", value -> {
            if (question instanceof Place.Literal literal) {
                return codebook.answer(literal.text(), value);
            }
            List<Answer> known = codebook.questions().values().stream()
                    .flatMap(one -> Codebook.answers(one).stream())
                    .toList();
            return known.isEmpty() ? one(value, answer -> Optional.of(answer.text())) : codebook.answer(value, known);
        });
    }
    /** An id; what cannot be one was meant as a place. */
    private static Optional<String> one(Value value, Function<Value, Optional<String>> ids) {
        if (Slug.of(value.text()).equals(value.text())) {
            return ids.apply(value);
        }
        value.wrong(Places.FORMS + ", or an id");
        return Optional.empty();
    }

    Map<String, Place> breakdowns() {
        Map<String, Place> breakdowns = new LinkedHashMap<>();
        for (Value.Entry entry : fields.get("breakdowns").map(Value::entries).orElse(List.of())) {
            Place place = Places.read(entry.value());
            if (place instanceof Place.Literal) {
                entry.value().wrong("a place such as column A or column \"header\"");
            }
            codebook.breakdown(entry.key()).ifPresent(id -> breakdowns.put(id, place));
        }
        return breakdowns;
    }

    Place column(String key) {
        return Places.read(fields, key, List.of(Place.Column.class));
    }

    /** Where a text stands that is of a whole table. */
    Place aboveTable(String key) {
        return Places.read(fields, key, List.of(Place.Row.class, Place.Cell.class, Place.SheetName.class));
    }

    private Place read(String key, Function<Value, Optional<String>> ids) {
        Optional<Value> value = fields.get(key);
        Place place = value.map(Places::read).orElse(Places.UNSAID);
        if (value.isPresent() && place instanceof Place.Literal) {
            Optional<String> id = ids.apply(value.get());
            return id.isPresent() ? new Place.Literal(id.get()) : Places.UNSAID;
        }
        return place;
    }
}
