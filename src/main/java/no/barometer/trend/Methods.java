package no.barometer.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.barometer.survey.Block;
import no.barometer.survey.Calibration;
import no.barometer.survey.Design;
import no.barometer.survey.Rules;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;

/** How the figures of a table came about, as statements for whoever reads them. */
public final class Methods {
    private final Survey survey;
    private final TrendTable table;
    private final Rules rules;
    private final List<Statement> statements = new ArrayList<>();

    private Methods(Survey survey, TrendTable table) {
        this.survey = survey;
        this.table = table;
        Table declared = survey.tables().get(table.id());
        this.rules = declared == null ? survey.rules() : declared.rules();
    }

    /**
     * One statement, to be put into words.
     *
     * @param key what is said, such as {@code interval.logit}
     * @param values what stands in it
     */
    public record Statement(String key, List<String> values) {}

    /** In the order of a methods section: design, base, interval, change, thresholds, sources. */
    public static List<Statement> of(Survey survey, TrendTable table) {
        Methods methods = new Methods(survey, table);
        Set<String> used = table.estimates().stream().map(Estimate::method).collect(Collectors.toSet());
        if (used.contains("published")) {
            methods.say("published");
        }
        if (used.contains("approximate")) {
            methods.approximate();
        }
        if (used.contains("weighted")) {
            methods.respondents();
        }
        methods.breaks();
        methods.say("rounding");
        return List.copyOf(methods.statements);
    }

    private void say(String key, Object... values) {
        Statement statement =
                new Statement(key, Arrays.stream(values).map(String::valueOf).toList());
        if (!statements.contains(statement)) {
            statements.add(statement);
        }
    }

    private void approximate() {
        for (Design design : designs(false)) {
            Double population = design.population().get("");
            say("approximate", plain(design.deff()));
            if (population != null) {
                say("approximate.population", plain(population));
            }
        }
        say("interval." + interval());
        changes("approximate", false);
        say("source.korn-graubard");
    }

    private void respondents() {
        boolean census = false;
        for (Design design : designs(true)) {
            census |= design.census();
            design(design);
        }
        Set<String> bases = table.rows().stream().map(Estimate.Row::baseKind).collect(Collectors.toSet());
        for (String base : List.of("valid", "asked")) {
            if (bases.contains(base)) {
                say("base." + base);
            }
        }
        if (census) {
            return;
        }
        say("linearisation");
        if (hasShares()) {
            say("interval." + interval());
            say("interval.exact");
        }
        if (!hasShares() || table.rows().stream().anyMatch(row -> !isShare(row))) {
            say("interval.linear");
        }
        changes("weighted", designs(true).stream().anyMatch(Design::panel));
        say("reliability." + reliability(), rules.smallest());
        say(rules.disclosure() == 0 ? "disclosure.off" : "disclosure", rules.disclosure() - 1);
        say("sources");
    }

    private void changes(String method, boolean panel) {
        if (table.estimates().stream().anyMatch(one -> one.method().equals(method) && one.changePValue() != null)) {
            say(panel ? "change.panel" : "change.independent");
            say("change.holm");
        }
    }

    private void design(Design design) {
        if (design.census()) {
            say("design.census");
            return;
        }
        boolean strata = !design.stratum().isEmpty();
        boolean psus = !design.psu().isEmpty();
        if (psus) {
            say(strata ? "design.strata-psus" : "design.psus", design.psu(), design.stratum());
        } else {
            say(strata ? "design.strata" : "design.respondents", design.stratum());
        }
        say(design.weight().isEmpty() ? "design.unweighted" : "design.weight", design.weight());
        if (!design.rake().isEmpty()) {
            say("design.raked");
            table.calibrations().forEach(this::calibration);
        }
        if (weighting().equals(Table.BY_SIZE)) {
            say("design.size", design.size());
        }
        if (!design.population().isEmpty()) {
            say("design.population", population(design.population()));
        }
    }

    private String weighting() {
        Table declared = survey.tables().get(table.id());
        return declared == null ? "" : declared.weighting();
    }

    private void calibration(Calibration one) {
        say(
                "design.calibration",
                one.wave(),
                String.join(", ", one.margins()),
                one.rounds(),
                digits(one.move() * 100),
                digits(one.deff()),
                digits(one.smallest()),
                digits(one.largest()));
    }

    /** Three significant digits. */
    private static String digits(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    private static String population(Map<String, Double> population) {
        return plain(
                population.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private void breaks() {
        if (!table.breaks().isEmpty()) {
            say(
                    "breaks",
                    table.breaks().stream().map(one -> one.wave()).distinct().collect(Collectors.joining(", ")));
        }
    }

    /** The designs of the blocks that read the table's files, each once. */
    private List<Design> designs(boolean respondents) {
        return survey.deliveries().stream()
                .filter(block -> (block.layout() == Block.Layout.MICRODATA) == respondents)
                .filter(block -> table.deliveries().stream()
                        .anyMatch(path -> block.files().match(path).isPresent()))
                .map(Block::design)
                .distinct()
                .toList();
    }

    private boolean hasShares() {
        return table.rows().stream().anyMatch(Methods::isShare);
    }

    private static boolean isShare(Estimate.Row row) {
        return row.measure().equals("share") || row.measure().startsWith("top-");
    }

    private String interval() {
        return rules.interval() == Rules.Interval.BETA ? "beta" : "logit";
    }

    private String reliability() {
        return switch (rules.reliability()) {
            case NCHS -> "nchs";
            case STATISTICS_CANADA -> "statistics-canada";
            case OFF -> "off";
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
