package no.barometer.survey;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads how uncertainty is told and what is withheld: of a survey, or of a table, which changes only what it names. */
final class RulesReader {
    private static final int MOST = 1_000_000;
    private static final Map<String, Rules.Interval> INTERVALS =
            Map.of("logit", Rules.Interval.LOGIT, "beta", Rules.Interval.BETA);
    private static final Map<String, Rules.Reliability> RELIABILITY =
            Map.of("nchs", Rules.Reliability.NCHS, "off", Rules.Reliability.OFF);
    /** What public bodies are called; about them, and about things, nothing needs to be kept secret. */
    static final Set<String> PUBLIC = Set.of(
            "agencies",
            "statlige virksomheter",
            "statlege verksemder",
            "public bodies",
            "offentlige organer",
            "offentlege organ",
            "municipalities",
            "kommuner",
            "kommunar",
            "counties",
            "fylker",
            "fylkeskommuner",
            "fylke",
            "fylkeskommunar",
            "ministries",
            "departementer",
            "departement",
            "web sites",
            "nettsteder",
            "nettstader",
            "services",
            "tjenester",
            "tenester");

    private RulesReader() {}

    /** The rules of a survey that counts such units. */
    static Rules ofSurvey(Fields fields, Text unit) {
        boolean open =
                unit.byLanguage().values().stream().anyMatch(one -> PUBLIC.contains(one.toLowerCase(Locale.ROOT)));
        Rules rules = read(fields, Rules.DEFAULT.withDisclosure(open ? 0 : Rules.DISCLOSURE));
        Optional<Value> said = fields.get("disclosure");
        return said.isEmpty() ? rules : rules.withDisclosure(disclosure(said.get()));
    }

    /** The rules of a table of a survey with such rules. */
    static Rules read(Fields fields, Rules otherwise) {
        Rules rules = otherwise;
        Optional<Rules.Interval> interval = fields.get("interval").flatMap(value -> value.oneOf(INTERVALS));
        if (interval.isPresent()) {
            rules = rules.with(interval.get());
        }
        Optional<Value> reliability = fields.get("reliability");
        return reliability.isEmpty() ? rules : reliability(reliability.get(), rules);
    }

    private static Rules reliability(Value value, Rules rules) {
        if (value.isMap()) {
            OptionalInt smallest = value.fields(Section.RELIABILITY)
                    .required("statistics-canada")
                    .map(one -> one.integer(1, MOST))
                    .orElse(OptionalInt.empty());
            return smallest.isPresent() ? rules.with(Rules.Reliability.STATISTICS_CANADA, smallest.getAsInt()) : rules;
        }
        return value.oneOf(RELIABILITY).map(rule -> rules.with(rule, 0)).orElse(rules);
    }

    private static int disclosure(Value value) {
        if (value.isText() && value.text().equals("off")) {
            return 0;
        }
        return value.integer(2, MOST).orElse(Rules.DISCLOSURE);
    }
}
