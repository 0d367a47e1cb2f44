package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.barometer.publish.chart.Chart.Panel;
import no.barometer.publish.chart.Chart.Point;
import no.barometer.publish.chart.Chart.Series;
import no.barometer.publish.chart.Chart.Wave;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** What stands above and below a picture, and what it is in words. */
final class ChartTexts {
    private static final int MOST_SAID = 12;

    private ChartTexts() {}

    static String subtitle(String title, Estimate.Row row, RowLabels labels) {
        return Units.ended(title) + " " + unit(row, labels);
    }

    static String unit(Estimate.Row row, RowLabels labels) {
        boolean plain = row.measure().equals("value") || row.measure().equals("share");
        String unit = row.unit().equals("number") && !plain ? "" : labels.unit(row);
        String what = plain ? unit : labels.measure(row) + (unit.isEmpty() ? "" : ", " + unit);
        return Units.capital(what);
    }

    /** The first and last figure of each series. */
    static String description(String headline, List<Panel> panels, List<Wave> waves, boolean lines, Words words) {
        List<String> said = new ArrayList<>();
        for (Panel panel : panels) {
            for (Series series : panel.series()) {
                String name = panel.title().isEmpty() || panel.title().equals(series.label())
                        ? series.label()
                        : panel.title() + ", " + series.label();
                Point first = series.points().get(0);
                Point last = series.points().get(series.points().size() - 1);
                String figures = at(first, waves) + (first.equals(last) ? "" : ", " + at(last, waves));
                said.add(name + ": " + figures);
            }
        }
        String form = words.get(lines ? "picture.lines" : "picture.bars");
        String rest = said.size() > MOST_SAID ? " " + words.get("picture.more") : "";
        return form + " " + (headline.isEmpty() ? "" : headline + " ")
                + said.stream().limit(MOST_SAID).collect(Collectors.joining(". "))
                + "." + rest;
    }

    private static String at(Point point, List<Wave> waves) {
        return point.printed() + " (" + waves.get(point.wave()).label() + ")";
    }

    /** Signs that occur, breaks, base and source. */
    static List<String> notes(Survey survey, TrendTable table, List<Estimate.Row> rows, int hidden, Words words) {
        Set<Estimate.Row> among = Set.copyOf(rows);
        List<Estimate> shown = table.estimates().stream()
                .filter(one -> among.contains(one.row()))
                .toList();
        List<String> notes = new ArrayList<>();
        List<String> signs = new ArrayList<>();
        add(signs, shown.stream().anyMatch(one -> one.ciLow() != null), words.get("picture.band"));
        add(signs, shown.stream().anyMatch(one -> one.obsStatus().contains("u")), words.get("picture.hollow"));
        add(signs, shown.stream().anyMatch(one -> one.obsStatus().contains("f")), words.get("picture.forecast"));
        add(signs, shown.stream().anyMatch(one -> one.value() == null), words.get("picture.absent"));
        add(signs, hidden > 0, words.get("picture.hidden", hidden));
        add(notes, !signs.isEmpty(), String.join(" ", signs));
        table.breaks().stream()
                .filter(one -> rows.stream().anyMatch(row -> one.concerns(row.question(), row.item())))
                .map(one -> Units.ended(words.breakNote(one)))
                .forEach(notes::add);
        String note = words.of(table.note()).isEmpty() ? words.of(survey.about().note()) : words.of(table.note());
        add(notes, !note.isEmpty(), Units.ended(note));
        String base = base(survey, shown, words);
        String source = Credits.line(survey, table, words);
        String credits = (source.isEmpty() ? "" : Units.ended(words.get("picture.source", source)) + " ") + base;
        add(notes, !credits.isBlank(), credits.strip());
        add(notes, survey.synthetic(), words.get("synthetic") + ". " + words.get("synthetic.long"));
        return notes;
    }

    private static String base(Survey survey, List<Estimate> shown, Words words) {
        List<Double> bases = shown.stream()
                .map(Estimate::base)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        String unit = words.of(survey.about().unit());
        if (bases.isEmpty()) {
            return unit.isEmpty() ? "" : words.get("picture.unit", unit);
        }
        String low = words.figure(Figures.plain(bases.get(0)));
        String high = words.figure(Figures.plain(bases.get(bases.size() - 1)));
        String range = low.equals(high) ? low : words.get("from.to", low).replace("{to}", high);
        return words.get("picture.base", range + (unit.isEmpty() ? "" : " " + unit));
    }

    private static void add(List<String> notes, boolean holds, String note) {
        if (holds) {
            notes.add(note);
        }
    }
}
