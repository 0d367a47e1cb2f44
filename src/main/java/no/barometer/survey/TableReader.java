package no.barometer.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;

/** Reads the tables of a survey; without any, makes one of every question. */
final class TableReader {
    private static final int MOST_DECIMALS = 6;
    private static final Map<String, BaseKind> BASES = Map.of("valid", BaseKind.VALID, "asked", BaseKind.ASKED);
    private static final Map<String, String> WEIGHTINGS = Map.of(Table.BY_SIZE, Table.BY_SIZE);
    private static final Map<String, Boolean> FROM = Map.of("published", true, "respondents", false);

    private final Texts texts;
    private final Codebook codebook;
    private final Rules rules;
    private final boolean sized;
    private final Names names = new Names();

    /** @param sized whether a design says the size of who is asked */
    TableReader(Texts texts, Codebook codebook, Rules rules, boolean sized) {
        this.texts = texts;
        this.codebook = codebook;
        this.rules = rules;
        this.sized = sized;
    }

    Map<String, Table> read(Optional<Value> value) {
        Map<String, Table> tables = new LinkedHashMap<>();
        if (value.isEmpty()) {
            codebook.questions().values().forEach(question -> tables.put(question.id(), table(question)));
            return tables;
        }
        for (Value.Entry entry : value.get().entries()) {
            String id = Names.id(entry.key());
            if (!id.isEmpty() && names.claim(entry.key(), id, entry.key().key())) {
                tables.put(id, read(id, entry));
            }
        }
        return tables;
    }

    private Table table(Question question) {
        return new Table(
                question.id(),
                question.text(),
                Text.NONE,
                Text.NONE,
                question.id(),
                measures(question.id()),
                List.copyOf(codebook.breakdowns().keySet()),
                true,
                List.of(BaseKind.VALID),
                -1,
                rules,
                "",
                false);
    }

    private Table read(String id, Value.Entry entry) {
        Fields fields = entry.value().fields(Section.TABLE);
        String question =
                codebook.question(fields.get("question").orElse(entry.key())).orElse("");
        Question asked = codebook.questions().get(question);
        Text title = texts.read(fields, "title");
        boolean all = fields.get("by")
                .filter(by -> by.isText() && by.text().equals("all"))
                .isPresent();
        return new Table(
                id,
                !title.isEmpty() || asked == null ? title : asked.text(),
                texts.read(fields, "note"),
                HeadlineReader.sentence(texts, fields),
                question,
                question.isEmpty()
                        ? List.of()
                        : fields.get("measure")
                                .map(new MeasureReader(codebook, question)::read)
                                .orElse(measures(question)),
                all ? List.copyOf(codebook.breakdowns().keySet()) : by(fields),
                all,
                bases(fields),
                fields.get("decimals")
                        .map(value -> value.integer(0, MOST_DECIMALS).orElse(0))
                        .orElse(-1),
                RulesReader.read(fields, rules),
                weighting(fields),
                fields.get("from").flatMap(value -> value.oneOf(FROM)).orElse(false));
    }

    private String weighting(Fields fields) {
        Optional<Value> value = fields.get("weighted by");
        Optional<String> weighting = value.flatMap(one -> one.oneOf(WEIGHTINGS));
        if (weighting.isPresent() && !sized) {
            value.orElseThrow().fault(Kind.MISSING_KEY, "the design, by whose size the table is weighted", "\"size\"");
        }
        return weighting.orElse("");
    }

    private List<Measure> measures(String question) {
        Question asked = codebook.questions().get(question);
        boolean number = asked != null && asked.type() == Question.Type.NUMBER;
        return List.of(number ? new Measure.Mean() : new Measure.Share(List.of()));
    }

    private List<String> by(Fields fields) {
        return fields.get("by").map(Value::oneOrMany).orElse(List.of()).stream()
                .filter(one -> !one.isText() || !one.text().equals(Breakdown.TOTAL))
                .flatMap(one -> codebook.breakdown(one).stream())
                .distinct()
                .toList();
    }

    private static List<BaseKind> bases(Fields fields) {
        List<BaseKind> bases = fields.get("base").map(Value::oneOrMany).orElse(List.of()).stream()
                .flatMap(one -> one.oneOf(BASES).stream())
                .distinct()
                .toList();
        return bases.isEmpty() ? List.of(BaseKind.VALID) : bases;
    }
}
