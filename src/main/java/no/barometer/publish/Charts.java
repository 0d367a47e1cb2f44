package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import no.barometer.publish.chart.Chart;
import no.barometer.publish.chart.Chart.Form;
import no.barometer.publish.chart.Chart.Panel;
import no.barometer.publish.chart.Chart.Series;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** Which picture a table is given: lines over waves, small multiples for batteries, bars where nothing can be joined. */
final class Charts {
    private static final int MOST_LINES = 6;
    private static final int MOST_BANDS = 3;
    private static final int MOST_ITEMS = 3;
    private static final int MOST_PANELS = 24;
    private static final int MOST_BARS = 40;

    private final Survey survey;
    private final TrendTable table;
    private final Words words;
    private final ChartPoints points;
    private final RowLabels labels;

    private Charts(Survey survey, TrendTable table, Words words) {
        this.survey = survey;
        this.table = table;
        this.words = words;
        points = new ChartPoints(table, words);
        labels = new RowLabels(table, words);
    }

    /** The chart; nothing for a table without a figure. */
    static Optional<Chart> of(Survey survey, TrendTable table, String headline, Words words) {
        return new Charts(survey, table, words).chart(headline);
    }

    /** Rows that share an axis, under the names that tell them apart. */
    private record Chosen(List<Estimate.Row> rows, Function<Estimate.Row, String> name) {}

    private Optional<Chart> chart(String headline) {
        Chosen chosen = chosen();
        List<Estimate.Row> rows = chosen.rows().stream().filter(points::any).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        boolean lines =
                rows.stream().anyMatch(points::joined) || points.waves(rows).size() > 2;
        List<Panel> panels = lines ? lines(rows, chosen.name()) : bars(rows, chosen.name());
        int hidden = rows.size()
                - panels.stream().mapToInt(panel -> panel.series().size()).sum();
        Estimate.Row first = rows.get(0);
        boolean percent = first.unit().equals("percent");
        List<Chart.Wave> waves = table.waves().stream()
                .map(wave -> new Chart.Wave(Dates.wave(words, wave), time(wave)))
                .toList();
        String title = words.of(table.title());
        return Optional.of(new Chart(
                lines ? Form.LINES : Form.BARS,
                headline.isEmpty() ? title : headline,
                ChartTexts.subtitle(title, first, labels),
                ChartTexts.unit(first, labels),
                ChartTexts.description(headline, panels, waves, lines, words),
                waves,
                panels,
                new Chart.Scale(
                        percent || first.unit().equals("points"),
                        words.get("decimal.sign"),
                        percent ? words.get("percent.sign") : "",
                        words.get("picture.not.zero")),
                ChartTexts.notes(survey, table, rows, Math.max(hidden, 0), words)));
    }

    /** Everybody, in the first measure; with the groups of the only breakdown where there is but one row. */
    private Chosen chosen() {
        List<Estimate.Row> total = alike(Breakdown.TOTAL);
        List<String> breakdowns = table.rows().stream()
                .map(Estimate.Row::breakdown)
                .filter(one -> !one.equals(Breakdown.TOTAL))
                .distinct()
                .toList();
        if (total.isEmpty() && !breakdowns.isEmpty()) {
            return new Chosen(alike(breakdowns.get(0)), this::groupName);
        }
        if (total.size() == 1 && breakdowns.size() == 1) {
            List<Estimate.Row> rows = new ArrayList<>(total);
            rows.addAll(alike(breakdowns.get(0)));
            if (rows.size() <= MOST_LINES || !points.joined(total.get(0))) {
                return new Chosen(rows, labels::group);
            }
        }
        RowNames names = new RowNames(total, labels);
        return new Chosen(total, row -> names.line(row).text());
    }

    private String groupName(Estimate.Row row) {
        String item = labels.item(row).isEmpty() ? labels.answer(row) : labels.item(row);
        return item.isEmpty() ? labels.group(row) : item + ", " + labels.group(row);
    }

    private List<Estimate.Row> alike(String breakdown) {
        List<Estimate.Row> rows = table.rows().stream()
                .filter(row -> row.breakdown().equals(breakdown))
                .toList();
        return rows.stream()
                .filter(row -> row.measure().equals(rows.get(0).measure())
                        && row.baseKind().equals(rows.get(0).baseKind())
                        && row.unit().equals(rows.get(0).unit()))
                .toList();
    }

    private List<Panel> lines(List<Estimate.Row> rows, Function<Estimate.Row, String> name) {
        long items = rows.stream().map(Estimate.Row::item).distinct().count();
        long answers = rows.stream().map(Estimate.Row::answer).distinct().count();
        if (items > 1 && answers > 1 && answers <= MOST_LINES) {
            Map<String, List<Series>> byItem = new LinkedHashMap<>();
            rows.forEach(row -> byItem.computeIfAbsent(labels.item(row), fresh -> new ArrayList<>())
                    .add(new Series(labels.answer(row), points.of(row))));
            return byItem.entrySet().stream()
                    .limit(MOST_PANELS)
                    .map(item -> new Panel(item.getKey(), item.getValue(), breaks(withItem(rows, item.getKey()))))
                    .toList();
        }
        boolean bands = rows.stream().anyMatch(points::banded);
        if (rows.size() <= (items > 1 ? MOST_ITEMS : bands ? MOST_BANDS : MOST_LINES)) {
            return List.of(new Panel("", series(rows, name), breaks(rows)));
        }
        return rows.stream()
                .limit(MOST_PANELS)
                .map(row -> new Panel(
                        fullName(row, name),
                        List.of(new Series(name.apply(row), points.of(row))),
                        breaks(List.of(row))))
                .toList();
    }

    /** Items with many answers are named by both. */
    private String fullName(Estimate.Row row, Function<Estimate.Row, String> name) {
        String item = labels.item(row);
        String own = name.apply(row);
        return item.isEmpty() || own.equals(item) || own.contains(item) ? own : item + ": " + own;
    }

    private List<Series> series(List<Estimate.Row> rows, Function<Estimate.Row, String> name) {
        return rows.stream()
                .map(row -> new Series(name.apply(row), points.of(row)))
                .toList();
    }

    private List<Panel> bars(List<Estimate.Row> rows, Function<Estimate.Row, String> name) {
        SortedSet<Integer> waves = points.waves(rows);
        List<Panel> panels = new ArrayList<>();
        for (int wave : waves) {
            List<Series> bars = rows.stream()
                    .flatMap(row -> points.of(row).stream()
                            .filter(point -> point.wave() == wave)
                            .map(point -> new Series(fullName(row, name), List.of(point))))
                    .limit(MOST_BARS)
                    .toList();
            String title = waves.size() > 1 ? Dates.wave(words, table.waves().get(wave)) : "";
            panels.add(new Panel(title, bars, Set.of()));
        }
        return panels;
    }

    private List<Estimate.Row> withItem(List<Estimate.Row> rows, String item) {
        return rows.stream().filter(row -> labels.item(row).equals(item)).toList();
    }

    /** Indexes of waves from which on any of the rows is not comparable with before. */
    private Set<Integer> breaks(List<Estimate.Row> rows) {
        Set<Integer> breaks = new TreeSet<>();
        for (int i = 0; i < table.waves().size(); i++) {
            int wave = i;
            if (rows.stream().anyMatch(row -> points.isBroken(row, wave))) {
                breaks.add(i);
            }
        }
        return breaks;
    }

    /** The middle of a wave in years. */
    static double time(Wave wave) {
        return (wave.start().toEpochDay() + wave.end().toEpochDay()) / 2.0 / 365.25;
    }
}
