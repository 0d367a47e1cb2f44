package no.barometer.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;
import no.barometer.survey.Text;
import no.barometer.survey.Wave;

/** From a survey's facts to its trend tables: pure arithmetic, the same for the same facts. */
public final class TrendTables {
    /** Changes whenever the same facts would give other figures. */
    public static final String ARITHMETIC = "3";

    private final Survey survey;
    private final Material material;
    private final Outline outline;
    private final Facts facts;
    private final Specs specs;
    private final Changes changes;
    private final Map<String, Wave> firstLeftOut;

    private TrendTables(Material material) {
        this.survey = material.survey();
        this.material = material;
        this.outline = new Outline(survey, material.delivered());
        this.facts = new Facts(material);
        this.specs = new Specs(survey, outline, facts);
        this.changes = new Changes(material, facts);
        this.firstLeftOut = Fingerprints.firstLeftOut(material);
    }

    /** A table's rows of figures, by wave; no row is empty. */
    record Product(Table table, List<List<Draft>> rows) {}

    /** All tables of a survey, in the definition's order; those without a single figure too. */
    public static List<TrendTable> of(Material material) {
        TrendTables tables = new TrendTables(material);
        return Withholding.applied(material.survey(), tables.products()).stream()
                .map(Changes::adjusted)
                .map(tables::table)
                .toList();
    }

    /** Their figures before anything is withheld. */
    static List<Product> products(Material material) {
        return new TrendTables(material).products();
    }

    private List<Product> products() {
        return List.copyOf(specs.tables()).parallelStream()
                .map(this::product)
                .map(changes::filledIn)
                .toList();
    }

    /** The texts of a survey's dimensions in its first language, in the order of publication. */
    public static List<Label> dimensions(Material material) {
        return new Outline(material.survey(), material.delivered()).dimensions();
    }

    private Product product(Table table) {
        List<List<Draft>> rows = new ArrayList<>();
        for (Specs.Spec spec : specs.of(table)) {
            List<Draft> row = drafts(spec, table);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return new Product(table, rows);
    }

    private List<Draft> drafts(Specs.Spec spec, Table table) {
        List<Draft> drafts = new ArrayList<>();
        Wave leftOut = firstLeftOut.get(table.question());
        for (Wave wave : material.waves().values().stream().sorted().toList()) {
            if (leftOut != null && leftOut.compareTo(wave) <= 0) {
                break;
            }
            Facts.Spot spot = new Facts.Spot(wave.id(), table.question(), spec.item(), spec.breakdown(), spec.group());
            Optional<Figure> figure = facts.find(spot, spec.answer(), spec.measure(), spec.baseKind(), table);
            figure.ifPresent(found -> drafts.add(new Draft(
                    table,
                    new Estimate.Row(
                            table.question(),
                            spec.item(),
                            spec.answer(),
                            spec.breakdown(),
                            spec.group(),
                            spec.measure().code(),
                            spec.baseKind().code(),
                            found.unit()),
                    wave,
                    found)));
        }
        return drafts;
    }

    private TrendTable table(Product product) {
        Table table = product.table();
        List<Estimate.Row> rows =
                product.rows().stream().map(row -> row.get(0).row()).toList();
        Map<Wave, List<Estimate>> byWave = new TreeMap<>();
        Set<String> deliveries = new TreeSet<>();
        for (List<Draft> row : product.rows()) {
            List<Estimate> estimates = new ArrayList<>();
            for (Draft draft : row) {
                boolean sinceShown =
                        draft.since() >= 0 && estimates.get(draft.since()).value() != null;
                Estimate estimate = draft.estimate(sinceShown);
                estimates.add(estimate);
                byWave.computeIfAbsent(draft.wave(), fresh -> new ArrayList<>()).add(estimate);
                deliveries.addAll(files(draft.figure().source()));
            }
        }
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
                List.copyOf(deliveries),
                calibrations(byWave));
    }

    /** Those of the waves that have a figure of respondents. */
    private List<Calibration> calibrations(Map<Wave, List<Estimate>> byWave) {
        Set<String> waves = byWave.entrySet().stream()
                .filter(wave ->
                        wave.getValue().stream().anyMatch(one -> one.method().equals(Facts.WEIGHTED)))
                .map(wave -> wave.getKey().id())
                .collect(Collectors.toSet());
        return material.calibrations().stream()
                .filter(one -> waves.contains(one.wave()))
                .toList();
    }

    private static List<String> files(String source) {
        int end = source.indexOf(" > ");
        return end < 0 ? List.of() : List.of(source.substring(0, end).split(" \\+ "));
    }
}
