package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is published of a question's answers.
 *
 * @param question id of the table's question
 */
record MeasureReader(Codebook codebook, String question) {
    private static final Map<String, Measure> WORDS =
            Map.of("share", new Measure.Share(List.of()), "mean", new Measure.Mean(), "value", new Measure.Value());

    List<Measure> read(Value value) {
        List<Measure> measures = new ArrayList<>();
        for (Value one : value.oneOrMany()) {
            Optional<? extends Measure> measure = one.isMap() ? named(one) : one.oneOf(WORDS);
            measure.ifPresent(known -> {
                if (!fits(known)) {
                    one.fault(Kind.WRONG_VALUE, known.code(), "a measure of such a question: " + fitting());
                }
                measures.add(known);
            });
        }
        return measures;
    }

    private Optional<? extends Measure> named(Value value) {
        Fields fields = value.fields(Section.MEASURE);
        if (fields.entries().size() != 1) {
            value.wrong("one of share, top and net");
            return Optional.empty();
        }
        if (fields.has("share")) {
            return fields.get("share").map(share -> new Measure.Share(codebook.answers(question, share)));
        }
        return fields.has("top")
                ? fields.get("top").flatMap(this::top)
                : fields.get("net").flatMap(this::net);
    }

    private Optional<Measure.Top> top(Value value) {
        Question asked = asked();
        int most = asked == null || asked.answers().isEmpty()
                ? 100
                : asked.answers().size();
        return value.integer(1, most).stream().mapToObj(Measure.Top::new).findFirst();
    }

    private Optional<Measure.Net> net(Value value) {
        List<Value> sides = value.list();
        if (sides.size() != 2) {
            if (value.isList()) {
                value.wrong("two lists: [[positive answers], [negative answers]]");
            }
            return Optional.empty();
        }
        List<String> positive = codebook.answers(question, sides.get(0));
        List<String> negative = codebook.answers(question, sides.get(1));
        for (String both : positive) {
            if (negative.contains(both)) {
                sides.get(1).wrong("answers that are not positive too, as " + both + " is");
            }
        }
        return Optional.of(new Measure.Net(positive, negative));
    }

    private boolean fits(Measure measure) {
        Question asked = asked();
        if (asked == null || measure instanceof Measure.Value) {
            return true;
        }
        if (asked.type() == Question.Type.NUMBER) {
            return measure instanceof Measure.Mean;
        }
        return !asked.type().isMultiple() || measure instanceof Measure.Share;
    }

    private String fitting() {
        Question asked = asked();
        return asked != null && asked.type() == Question.Type.NUMBER ? "mean or value" : "share or value";
    }

    private @Nullable Question asked() {
        return codebook.questions().get(question);
    }
}
