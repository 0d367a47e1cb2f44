package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Survey;

/** {@code datapackage.json} of Frictionless Data: the tidy files of a survey, with the meaning of each column. */
final class DataPackage {
    static final String NAME = "datapackage.json";

    private static final Set<String> NUMBERS =
            Set.of("value", "std_error", "ci_low", "ci_high", "base", "effective_base", "change", "change_p_value");

    private final Survey survey;
    private final Words words;

    private DataPackage(Survey survey) {
        this.survey = survey;
        words = Words.in(survey.language());
    }

    static byte[] of(Survey survey, List<TableEntry> tables) {
        return Json.bytes(new DataPackage(survey).tree(tables));
    }

    private Map<String, Object> tree(List<TableEntry> tables) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("profile", "tabular-data-package");
        tree.put("name", survey.id());
        tree.put("title", words.of(survey.title()));
        tree.put("description", description());
        String publisher = words.of(survey.about().publisher());
        if (!publisher.isEmpty()) {
            tree.put("contributors", List.of(Map.of("title", publisher)));
        }
        String source = words.of(survey.about().source());
        if (!source.isEmpty()) {
            tree.put("sources", List.of(Map.of("title", source)));
        }
        String licence = words.of(survey.about().licence());
        if (!licence.isEmpty()) {
            tree.put("licenses", List.of(licence(licence)));
        }
        tree.put("resources", tables.stream().map(this::resource).toList());
        return tree;
    }

    private String description() {
        List<String> texts = new ArrayList<>();
        if (survey.synthetic()) {
            texts.add(words.get("synthetic") + ". " + words.get("synthetic.long"));
        }
        if (!words.of(survey.description()).isEmpty()) {
            texts.add(words.of(survey.description()));
        }
        SurveyPage.facts(survey, List.of(), words).forEach(fact -> texts.add(fact.name() + ": " + fact.text()));
        return String.join("\n\n", texts);
    }

    private static Map<String, Object> licence(String name) {
        Map<String, Object> licence = new LinkedHashMap<>();
        Licence known = Licence.of(name).orElse(null);
        licence.put("name", known == null ? name : known.code());
        if (known != null) {
            licence.put("path", known.address());
        }
        licence.put("title", name);
        return licence;
    }

    private Map<String, Object> resource(TableEntry table) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.id());
        resource.put("title", table.titleIn(survey.language()));
        resource.put("path", table.id() + ".csv");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("hash", "sha256:" + table.sha256());
        resource.put("dialect", Map.of("lineTerminator", "\n"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", TidyCsv.COLUMNS.stream().map(this::field).toList());
        schema.put("missingValues", List.of(""));
        resource.put("schema", schema);
        return resource;
    }

    private Map<String, Object> field(String column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column);
        field.put("type", NUMBERS.contains(column) ? "number" : column.equals("period_start") ? "date" : "string");
        field.put("description", words.get("column." + column));
        return field;
    }
}
