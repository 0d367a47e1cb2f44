package no.barometer.trend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.survey.Answer;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Break;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Label;
import no.barometer.survey.Measure;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;
import no.barometer.survey.Text;
import no.barometer.survey.Wave;

/** From a survey's facts to its trend tables: pure arithmetic, the same for the same facts. */
public final class TrendTables {
    /** Changes whenever the same facts would give other figures. */
    public static final String ARITHMETIC = "1";

    private static final Measure EVERY_SHARE = new Measure.Share(List.of());

    private final Survey survey;
    private final Material material;
    private final Outline outline;
    private final Facts facts;

    private TrendTables(Material material) {
        this.survey = material.survey();
        this.material = material;
        this.outline = new Outline(survey, material.delivered());
        this.facts = new Facts(material, outline);
    }

    /** All tables of a survey, in the definition's order; those without a single figure too. */
    public static List<TrendTable> of(Material material) {
        TrendTables tables = new TrendTables(material);
        return tables.declared().stream().map(tables::table).toList();
    }

    /** The texts of a survey's dimensions in its first language, in the order of publication. */
    public static List<Label> dimensions(Material material) {
        return new Outline(material.survey(), material.delivered()).dimensions();
    }

    private Collection<Table> declared() {
        if (!survey.tables().isEmpty()) {
            return survey.tables().values();
        }
        Set<String> questions = new LinkedHashSet<>(outline.questions());
        material.observations().forEach(one -> questions.add(one.question()));
        return questions.stream().map(this::plainTable).toList();
    }

    /** What the delivered figures of a question are. */
    private List<Measure> delivered(String question) {
        Set<Measure> measures = new LinkedHashSet<>();
        for (Observation one : material.observations()) {
            if (one.question().equals(question)) {
                measures.add(
                        switch (one.measure()) {
                            case "mean" -> new Measure.Mean();
                            case "value" -> new Measure.Value();
                            default -> EVERY_SHARE;
                        });
            }
        }
        return List.copyOf(measures);
    }

    /** Shares unless the table says otherwise, or there are none: then what was delivered. */
    private List<Measure> measures(Table table) {
        List<Measure> delivered = delivered(table.question());
        boolean noShares =
                !delivered.isEmpty() && !delivered.contains(EVERY_SHARE) && !facts.anyRespondents(table.question());
        return noShares && table.measures().equals(List.of(EVERY_SHARE)) ? delivered : table.measures();
    }

    /** The table of a question of which nothing is said: all its figures, by all breakdowns. */
    private Table plainTable(String question) {
        return new Table(
                question,
                outline.questionText(question),
                Text.NONE,
                question,
                delivered(question),
                List.of(),
                true,
                List.of(BaseKind.VALID),
                -1,
                survey.rules(),
                false);
    }

    private TrendTable table(Table table) {
        List<List<Estimate>> byRow = new ArrayList<>();
        for (RowSpec spec : specs(table)) {
            List<Estimate> ofRow = estimates(spec, table);
            if (!ofRow.isEmpty()) {
                byRow.add(ofRow);
            }
        }
        flagBreaks(byRow);
        List<Estimate.Row> rows = byRow.stream().map(row -> row.get(0).row()).toList();
        Map<Wave, List<Estimate>> byWave = new TreeMap<>();
        Set<String> deliveries = new TreeSet<>();
        byRow.forEach(row -> row.forEach(estimate -> {
            byWave.computeIfAbsent(estimate.wave(), fresh -> new ArrayList<>()).add(estimate);
            deliveries.addAll(files(estimate.source()));
        }));
        Text title = !table.title().isEmpty() ? table.title() : outline.questionText(table.question());
        return new TrendTable(
                survey.id(),
                table.id(),
                title.isEmpty() ? Text.of(survey.language(), table.id()) : title,
                table.note(),
                table.decimals() >= 0 ? table.decimals() : survey.decimals(),
                outline.labels(table.question()),
                List.copyOf(byWave.keySet()),
                rows,
                byWave.values().stream().flatMap(List::stream).toList(),
                survey.breaks().stream()
                        .filter(one ->
                                !one.same() && rows.stream().anyMatch(row -> one.concerns(row.question(), row.item())))
                        .toList(),
                List.copyOf(deliveries));
    }

    private static List<String> files(String source) {
        int end = source.indexOf(" > ");
        return end < 0 ? List.of() : List.of(source.substring(0, end).split(" \\+ "));
    }

    private record RowSpec(
            String item, String answer, String breakdown, String group, Measure measure, BaseKind baseKind) {}

    private List<RowSpec> specs(Table table) {
        List<String> items = outline.items(table.question());
        List<String> breakdowns = new ArrayList<>(List.of(Breakdown.TOTAL));
        breakdowns.addAll(table.everyBreakdown() ? outline.breakdowns() : table.by());
        List<Measure> measures = measures(table);
        List<RowSpec> specs = new ArrayList<>();
        for (String item : items.isEmpty() ? List.of("") : withNone(items, table.question())) {
            for (Measure measure : measures) {
                for (String answer : answers(table, measure)) {
                    for (String breakdown : breakdowns) {
                        for (String group : outline.groups(breakdown)) {
                            for (BaseKind baseKind : table.bases()) {
                                if (baseKind == BaseKind.ASKED || !isMissing(table.question(), answer)) {
                                    specs.add(new RowSpec(item, answer, breakdown, group, measure, baseKind));
                                }
                            }
                        }
                    }
                }
            }
        }
        return specs;
    }

    /** Whether an answer is none of the valid ones, and so has no share of them. */
    private boolean isMissing(String question, String answer) {
        Question declared = survey.questions().get(question);
        return declared != null
                && declared.missing().stream().anyMatch(one -> one.id().equals(answer));
    }

    /** A question may have figures of its own besides those of its items. */
    private List<String> withNone(List<String> items, String question) {
        boolean own = facts.observations().stream()
                .anyMatch(one -> one.question().equals(question) && one.item().isEmpty());
        List<String> all = new ArrayList<>(own ? List.of("") : List.of());
        all.addAll(items);
        return all;
    }

    /** The answers that each have a row of their own. */
    private List<String> answers(Table table, Measure measure) {
        List<String> all = outline.answers(table.question());
        if (measure instanceof Measure.Share share) {
            if (!share.answers().isEmpty()) {
                return share.answers();
            }
            Question question = survey.questions().get(table.question());
            List<String> missing = question == null
                    ? List.of()
                    : question.missing().stream().map(Answer::id).toList();
            List<String> rows = new ArrayList<>(all);
            if (!table.bases().contains(BaseKind.ASKED)) {
                rows.removeAll(missing);
            }
            rows.add("");
            return rows;
        }
        if (measure instanceof Measure.Value) {
            List<String> rows = new ArrayList<>(all);
            rows.add("");
            return rows;
        }
        return List.of("");
    }

    private List<Estimate> estimates(RowSpec spec, Table table) {
        List<Estimate> estimates = new ArrayList<>();
        List<Wave> waves = material.waves().values().stream().sorted().toList();
        for (Wave wave : waves) {
            Facts.Spot spot = new Facts.Spot(wave.id(), table.question(), spec.item(), spec.breakdown(), spec.group());
            Optional<Figure> figure =
                    facts.find(spot, spec.answer(), spec.measure(), spec.baseKind(), table.published());
            figure.ifPresent(found -> estimates.add(estimate(spec, table, wave, found)));
        }
        return estimates;
    }

    private static Estimate estimate(RowSpec spec, Table table, Wave wave, Figure figure) {
        return new Estimate(
                new Estimate.Row(
                        table.question(),
                        spec.item(),
                        spec.answer(),
                        spec.breakdown(),
                        spec.group(),
                        spec.measure().code(),
                        spec.baseKind().code(),
                        figure.unit()),
                wave,
                figure.value(),
                null,
                null,
                null,
                figure.base(),
                figure.effectiveBase(),
                null,
                null,
                figure.obsStatus(),
                figure.confStatus(),
                figure.method(),
                figure.source());
    }

    /** Where a table has figures before a break, the first figure of each row after it carries the status {@code b}. */
    private void flagBreaks(List<List<Estimate>> byRow) {
        for (Break one : survey.breaks()) {
            Wave from = material.waves().get(one.wave());
            List<List<Estimate>> concerned = byRow.stream()
                    .filter(row -> one.concerns(
                            row.get(0).row().question(), row.get(0).row().item()))
                    .toList();
            if (from == null
                    || one.same()
                    || concerned.stream().noneMatch(row -> row.get(0).wave().compareTo(from) < 0)) {
                continue;
            }
            for (List<Estimate> row : concerned) {
                for (int i = 0; i < row.size(); i++) {
                    Estimate estimate = row.get(i);
                    if (estimate.wave().compareTo(from) >= 0) {
                        if (!estimate.obsStatus().contains("b")) {
                            row.set(i, estimate.withStatus("b" + estimate.obsStatus()));
                        }
                        break;
                    }
                }
            }
        }
    }
}
