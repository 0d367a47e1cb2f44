package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * A table as its page shows it: the figures of everybody, rows by waves.
 *
 * @param question text, where it differs from the title
 * @param unit of all figures; empty where rows have several, which then say it themselves
 * @param breaks one sentence each
 * @param flags letters that occur, with their meaning
 */
record TableView(
        String id,
        String title,
        String question,
        String note,
        String unit,
        String updated,
        List<Column> columns,
        List<Section> sections,
        List<String> breaks,
        Map<String, String> flags) {

    private static final String BREAK = "break";

    /** A wave. */
    record Column(String wave, boolean broken) {
        @Nullable
        String mark() {
            return broken ? BREAK : null;
        }
    }

    /** Rows of one item; without a heading where there is nothing to tell apart. */
    record Section(String heading, List<Line> lines) {}

    /** A row. */
    record Line(String label, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param text empty where there is none
     * @param flags status letters
     * @param broken whether it is not comparable with the one before
     */
    record Cell(String text, String flags, boolean broken) {
        @Nullable
        String mark() {
            return broken ? BREAK : null;
        }
    }

    int lines() {
        return sections.stream().mapToInt(section -> section.lines().size()).sum();
    }

    static TableView of(TrendTable table, TableEntry entry, Words words) {
        List<Estimate.Row> rows = table.rows().stream()
                .filter(row -> row.breakdown().equals(Breakdown.TOTAL))
                .toList();
        RowLabels labels = new RowLabels(table, words);
        TreeSet<String> units = new TreeSet<>();
        TreeSet<String> questions = new TreeSet<>();
        rows.forEach(row -> {
            units.add(labels.unit(row));
            questions.add(labels.question(row));
        });
        String title = words.of(table.title());
        String question = questions.size() == 1 && !questions.contains(title) ? questions.first() : "";
        Cells cells = new Cells(table, words);
        List<Section> sections = sections(table, rows, labels, cells, units.size() > 1);
        return new TableView(
                table.id(),
                title.isEmpty() ? table.id() : title,
                question,
                words.of(table.note()),
                units.size() == 1 ? units.first() : "",
                entry.changed().date(),
                table.waves().stream()
                        .map(wave -> new Column(wave.id(), cells.broken(wave)))
                        .toList(),
                sections,
                table.breaks().stream().map(words::breakNote).toList(),
                cells.flags());
    }

    private static List<Section> sections(
            TrendTable table, List<Estimate.Row> rows, RowLabels labels, Cells cells, boolean severalUnits) {
        RowNames names = new RowNames(rows, labels, severalUnits);
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        for (Estimate.Row row : rows) {
            List<Cell> figures =
                    table.waves().stream().map(wave -> cells.at(row, wave)).toList();
            lines.computeIfAbsent(names.section(row), section -> new ArrayList<>())
                    .add(new Line(names.line(row), figures));
        }
        return lines.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    /** The figures of a table, and the flags met on the way. */
    private static final class Cells {
        private final TrendTable table;
        private final Words words;
        private final Grid grid;
        private final Map<String, String> flags = new java.util.TreeMap<>();

        Cells(TrendTable table, Words words) {
            this.table = table;
            this.words = words;
            grid = new Grid(table);
        }

        Cell at(Estimate.Row row, Wave wave) {
            Estimate estimate = grid.at(row, wave);
            String letters = estimate == null ? "" : letters(estimate);
            return new Cell(words.figure(grid.printed(row, wave)), letters, broken(row, wave));
        }

        boolean broken(Wave wave) {
            return table.breaks().stream().anyMatch(one -> one.wave().equals(wave.id()));
        }

        private boolean broken(Estimate.Row row, Wave wave) {
            return table.breaks().stream()
                    .anyMatch(one -> one.wave().equals(wave.id()) && one.concerns(row.question(), row.item()));
        }

        Map<String, String> flags() {
            return flags;
        }

        private String letters(Estimate estimate) {
            StringBuilder letters = new StringBuilder();
            add(letters, estimate.obsStatus());
            add(letters, estimate.confStatus());
            return letters.toString();
        }

        private void add(StringBuilder letters, @Nullable String status) {
            for (int i = 0; status != null && i < status.length(); i++) {
                String letter = status.substring(i, i + 1);
                String meaning = words.getOr("status." + letter, "");
                if (!meaning.isEmpty()) {
                    flags.put(letter, meaning);
                    letters.append(letter);
                }
            }
        }
    }
}
