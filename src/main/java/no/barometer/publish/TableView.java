package no.barometer.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a table by one breakdown as its page shows them: rows by waves.
 *
 * @param id of the breakdown
 * @param columns a wave each
 * @param sections never empty ones
 * @param flags letters that occur, with their meaning
 */
record TableView(String id, Phrase title, List<Column> columns, List<Section> sections, Map<String, String> flags) {
    private static final String BREAK = "break";

    /**
     * A wave.
     *
     * @param time in years, with decimals
     */
    record Column(String id, String wave, String time, boolean broken) {
        @Nullable
        String mark() {
            return broken ? BREAK : null;
        }
    }

    /** Rows of one item; without a heading where there is nothing to tell apart. */
    record Section(Phrase heading, List<Line> lines) {}

    /**
     * A row.
     *
     * @param id stable anchor, of the row's ids
     * @param unit of its figures
     */
    record Line(String id, Phrase label, String unit, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param text empty where there is none
     * @param interval low and high as printed; empty where there is none
     * @param base number of respondents, or empty
     * @param flags status letters
     * @param source id of the place it comes from
     * @param broken whether it is not comparable with the one before
     */
    record Cell(String text, String interval, String base, String flags, String source, boolean broken) {
        @Nullable
        String mark() {
            return broken ? BREAK : null;
        }
    }

    /** What the table shows: its title, how it is broken down, and the unit where all figures have the same. */
    String caption(Phrase table) {
        List<String> units = sections.stream()
                .flatMap(section -> section.lines().stream())
                .map(Line::unit)
                .distinct()
                .toList();
        String by = id.equals(Breakdown.TOTAL) ? "" : ", " + this.title.text();
        String title = table.text() + by;
        return units.size() == 1 ? Units.ended(title) + " " + Units.capital(units.get(0)) : title;
    }

    /** Everybody first, then each breakdown in the table's order. */
    static List<TableView> all(TrendTable table, Words words) {
        Grid grid = new Grid(table);
        Map<String, List<Estimate.Row>> rows = new LinkedHashMap<>();
        rows.put(Breakdown.TOTAL, new ArrayList<>());
        table.rows()
                .forEach(row -> rows.computeIfAbsent(row.breakdown(), fresh -> new ArrayList<>())
                        .add(row));
        return rows.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> of(table, grid, entry.getKey(), entry.getValue(), words))
                .toList();
    }

    private static TableView of(TrendTable table, Grid grid, String breakdown, List<Estimate.Row> rows, Words words) {
        RowLabels labels = new RowLabels(table, words);
        RowNames names = new RowNames(rows, labels);
        Cells cells = new Cells(table, grid, words);
        Map<Phrase, List<Line>> lines = new LinkedHashMap<>();
        for (Estimate.Row row : rows) {
            List<Cell> figures =
                    table.waves().stream().map(wave -> cells.at(row, wave)).toList();
            lines.computeIfAbsent(names.section(row), section -> new ArrayList<>())
                    .add(new Line(Anchors.row(row), names.line(row), labels.unit(row), figures));
        }
        return new TableView(
                breakdown,
                labels.breakdownPhrase(rows.get(0)),
                table.waves().stream()
                        .map(wave -> new Column(
                                wave.id(),
                                Dates.wave(words, wave),
                                Figures.plain(Charts.time(wave)),
                                cells.broken(wave)))
                        .toList(),
                lines.entrySet().stream()
                        .map(section -> new Section(section.getKey(), section.getValue()))
                        .toList(),
                cells.flags);
    }

    /** The figures of a table, and the flags met on the way. */
    private static final class Cells {
        private final TrendTable table;
        private final Words words;
        private final Grid grid;
        private final Map<String, String> flags = new TreeMap<>();
        /** By place: most figures of a wave come from the same files. */
        private final Map<String, String> sources = new HashMap<>();

        Cells(TrendTable table, Grid grid, Words words) {
            this.table = table;
            this.grid = grid;
            this.words = words;
        }

        Cell at(Estimate.Row row, Wave wave) {
            Estimate estimate = grid.at(row, wave);
            if (estimate == null) {
                return new Cell("", "", "", "", "", broken(row, wave));
            }
            String low = words.figure(grid.shown(estimate, estimate.ciLow()));
            String high = words.figure(grid.shown(estimate, estimate.ciHigh()));
            return new Cell(
                    words.figure(grid.shown(estimate)),
                    low.isEmpty() || high.isEmpty()
                            ? ""
                            : words.get("from.to", low).replace("{to}", high),
                    words.figure(Figures.plain(estimate.base())),
                    letters(estimate),
                    sources.computeIfAbsent(Anchors.place(estimate), Anchors::source),
                    broken(row, wave));
        }

        boolean broken(Wave wave) {
            return table.breaks().stream().anyMatch(one -> one.wave().equals(wave.id()));
        }

        private boolean broken(Estimate.Row row, Wave wave) {
            return table.breaks().stream()
                    .anyMatch(one -> one.wave().equals(wave.id()) && one.concerns(row.question(), row.item()));
        }

        private String letters(Estimate estimate) {
            StringBuilder letters = new StringBuilder();
            String all = estimate.obsStatus() + estimate.confStatus();
            for (int i = 0; i < all.length(); i++) {
                String status = all.substring(i, i + 1);
                String meaning = words.getOr("status." + status, "");
                if (!meaning.isEmpty()) {
                    flags.put(status, meaning);
                    letters.append(status);
                }
            }
            return letters.toString();
        }
    }
}
