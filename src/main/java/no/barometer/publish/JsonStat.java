package no.barometer.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A table as JSON-stat 2.0: a sparse cube of what its rows are of, waves and statistics, labels in the survey's first
 * language. Missing and withheld figures have a status and no value.
 */
final class JsonStat {
    /** SDMX: not applicable. */
    private static final String NONE = "_Z";

    /** What may be known of a figure; those that a table never has are left out. */
    private static final Map<String, Function<Estimate, @Nullable Double>> STATISTICS = statistics();

    private final Survey survey;
    private final TrendTable table;
    private final Words words;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<String> statistics;

    private JsonStat(Survey survey, TrendTable table) {
        this.survey = survey;
        this.table = table;
        words = Words.in(survey.language());
        RowLabels labels = new RowLabels(table, words);
        statistics = STATISTICS.keySet().stream()
                .filter(one -> one.equals("value")
                        || table.estimates().stream().anyMatch(estimate -> statistic(one, estimate) != null))
                .toList();
        rows("question", Estimate.Row::question, labels::question);
        rows("item", Estimate.Row::item, labels::item);
        rows("answer", Estimate.Row::answer, labels::answer);
        rows(
                "group",
                JsonStat::group,
                row -> labels.breakdown(row).equals(labels.group(row))
                        ? labels.group(row)
                        : labels.breakdown(row) + ": " + labels.group(row));
        rows("measure", JsonStat::measure, row -> labels.measure(row) + " (" + labels.unit(row) + ")");
        rows("base", Estimate.Row::baseKind, labels::base);
        Map<String, String> waves = new LinkedHashMap<>();
        table.waves().forEach(wave -> waves.put(wave.id(), wave.id()));
        dimensions.add(Dimension.of("wave", waves, row -> ""));
        Map<String, String> named = new LinkedHashMap<>();
        statistics.forEach(one -> named.put(one, words.get("statistic." + one)));
        dimensions.add(Dimension.of("statistic", named, row -> ""));
    }

    static byte[] of(Survey survey, TrendTable table) {
        return Json.compact(new JsonStat(survey, table).tree());
    }

    /**
     * @param ids of its categories, in order
     * @param labels by id
     */
    private record Dimension(
            String id,
            List<String> ids,
            Map<String, Integer> index,
            Map<String, String> labels,
            Function<Estimate.Row, String> of) {
        static Dimension of(String id, Map<String, String> categories, Function<Estimate.Row, String> of) {
            Map<String, Integer> index = new HashMap<>();
            categories.keySet().forEach(category -> index.put(category, index.size()));
            return new Dimension(id, List.copyOf(categories.keySet()), index, categories, of);
        }

        int index(Estimate.Row row) {
            return index.getOrDefault(of.apply(row), -1);
        }
    }

    private void rows(String id, Function<Estimate.Row, String> of, Function<Estimate.Row, String> label) {
        Function<Estimate.Row, String> named = row -> of.apply(row).isEmpty() ? NONE : of.apply(row);
        Map<String, String> categories = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> categories.putIfAbsent(
                        named.apply(row), of.apply(row).isEmpty() ? words.get("not.applicable") : label.apply(row)));
        dimensions.add(Dimension.of(id, categories, named));
    }

    private static String group(Estimate.Row row) {
        return row.breakdown().equals(row.group()) ? row.group() : row.breakdown() + "." + row.group();
    }

    private static String measure(Estimate.Row row) {
        return row.measure() + " " + row.unit();
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", "2.0");
        tree.put("class", "dataset");
        tree.put("label", words.of(table.title()));
        tree.put("source", words.of(survey.about().publisher()));
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            tree.put("note", notes);
        }
        tree.put("id", dimensions.stream().map(Dimension::id).toList());
        tree.put("size", dimensions.stream().map(one -> one.ids().size()).toList());
        tree.put("role", Map.of("time", List.of("wave")));
        Map<String, Object> described = new LinkedHashMap<>();
        dimensions.forEach(one -> described.put(one.id(), describe(one)));
        tree.put("dimension", described);
        Map<Long, RawValue> values = new TreeMap<>();
        Map<Long, String> status = new TreeMap<>();
        table.estimates().forEach(estimate -> place(estimate, values, status));
        tree.put("value", values);
        if (!status.isEmpty()) {
            tree.put("status", status);
        }
        tree.put("extension", extension(status));
        return tree;
    }

    private Map<String, Object> describe(Dimension dimension) {
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("index", dimension.ids());
        category.put("label", dimension.labels());
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("label", words.get("dimension." + dimension.id()));
        described.put("category", category);
        return described;
    }

    private void place(Estimate estimate, Map<Long, RawValue> values, Map<Long, String> status) {
        long index = 0;
        Dimension waves = dimensions.get(dimensions.size() - 2);
        for (Dimension dimension : dimensions.subList(0, dimensions.size() - 2)) {
            index = index * dimension.ids().size() + dimension.index(estimate.row());
        }
        Integer wave = waves.index().get(estimate.wave().id());
        index = index * table.waves().size() + Objects.requireNonNull(wave);
        index *= statistics.size();
        for (String one : statistics) {
            Double value = statistic(one, estimate);
            if (value != null) {
                values.put(index, new RawValue(Figures.plain(value)));
            }
            if (one.equals("value") && !(estimate.obsStatus() + estimate.confStatus()).isEmpty()) {
                status.put(index, estimate.obsStatus() + estimate.confStatus());
            }
            index++;
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (survey.synthetic()) {
            notes.add(words.get("synthetic") + ". " + words.get("synthetic.long"));
        }
        if (!words.of(table.note()).isEmpty()) {
            notes.add(words.of(table.note()));
        }
        table.breaks().forEach(one -> notes.add(words.breakNote(one)));
        return notes;
    }

    private Map<String, Object> extension(Map<Long, String> status) {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("survey", survey.id());
        extension.put("table", table.id());
        extension.put("language", survey.language());
        extension.put("synthetic", survey.synthetic());
        Set<String> letters = new LinkedHashSet<>();
        status.values().forEach(one -> letters.addAll(List.of(one.split(""))));
        Map<String, String> meanings = new TreeMap<>();
        letters.forEach(one -> meanings.put(one, words.getOr("status." + one, one)));
        extension.put("status", meanings);
        return extension;
    }

    private static @Nullable Double statistic(String name, Estimate estimate) {
        Function<Estimate, @Nullable Double> of = STATISTICS.get(name);
        return of == null ? null : of.apply(estimate);
    }

    private static Map<String, Function<Estimate, @Nullable Double>> statistics() {
        Map<String, Function<Estimate, @Nullable Double>> all = new LinkedHashMap<>();
        all.put("value", Estimate::value);
        all.put("std_error", Estimate::stdError);
        all.put("ci_low", Estimate::ciLow);
        all.put("ci_high", Estimate::ciHigh);
        all.put("base", Estimate::base);
        all.put("effective_base", Estimate::effectiveBase);
        all.put("change", Estimate::change);
        all.put("change_p_value", Estimate::changePValue);
        return all;
    }
}
