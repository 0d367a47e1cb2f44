package no.barometer.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * A table on its sheet: rows by waves, then the limits of the intervals and the bases where there are any, then notes.
 * Figures are numbers; a percentage is a fraction with a percent format. Where there is no figure a shorthand says why.
 */
final class WorkbookTable {
    static final List<Integer> WIDTHS = List.of(30, 30, 16, 16, 16, 16, 16);

    private static final int DECIMALS_OF_MEANS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final String WITHHELD = "[c]";
    private static final String MISSING = "[x]";
    private static final String NO_DATA = "[z]";

    private final Survey survey;
    private final TrendTable table;
    private final Words words;
    private final Grid grid;
    private final Map<String, String> shorthands = new TreeMap<>();

    WorkbookTable(Survey survey, TrendTable table, Words words) {
        this.survey = survey;
        this.table = table;
        this.words = words;
        grid = new Grid(table);
    }

    /** Fills a sheet; the shorthands met, with their meaning. */
    Map<String, String> write(WorkbookSheet sheet) throws IOException {
        sheet.title(words.of(table.title()));
        sheet.line(words.get("sheet.one.table") + " " + words.get("sheet.shorthand"));
        if (!words.of(table.note()).isEmpty()) {
            sheet.line(words.of(table.note()));
        }
        if (table.rows().isEmpty()) {
            sheet.line(words.get("no.figure"));
            return shorthands;
        }
        List<Part> parts = parts();
        List<String> header = new ArrayList<>();
        for (String column : List.of("item", "answer", "breakdown", "group", "measure", "base", "unit")) {
            header.add(words.get(column));
        }
        for (Part part : parts) {
            table.waves().forEach(wave -> header.add((wave.id() + " " + part.title()).strip()));
        }
        header.add(words.get("note"));
        sheet.header("t_" + table.id(), header, table.rows().size());
        RowLabels labels = new RowLabels(table, words);
        for (Estimate.Row row : table.rows()) {
            sheet.row()
                    .text(orNone(labels.item(row)))
                    .text(orNone(labels.answer(row)))
                    .text(labels.breakdown(row))
                    .text(labels.group(row))
                    .text(labels.measure(row))
                    .text(labels.base(row))
                    .text(labels.unit(row));
            for (Part part : parts) {
                table.waves().forEach(wave -> cell(sheet, row, grid.at(row, wave), part));
            }
            sheet.text(note(row));
        }
        return shorthands;
    }

    private interface Of {
        @Nullable
        Double of(Estimate estimate);
    }

    /** Columns for all waves: the figures, or something about them; only the figures always. */
    private record Part(String title, boolean share, Of of) {}

    private List<Part> parts() {
        List<Part> all = List.of(
                new Part("", true, Estimate::value),
                new Part(words.get("statistic.ci_low"), true, Estimate::ciLow),
                new Part(words.get("statistic.ci_high"), true, Estimate::ciHigh),
                new Part(words.get("statistic.base"), false, Estimate::base));
        return all.stream()
                .filter(part -> part.title().isEmpty()
                        || table.estimates().stream().anyMatch(one -> part.of().of(one) != null))
                .toList();
    }

    private void cell(WorkbookSheet sheet, Estimate.Row row, @Nullable Estimate estimate, Part part) {
        Double value = estimate == null ? null : part.of().of(estimate);
        if (value == null) {
            sheet.inPlaceOfNumber(shorthand(estimate));
        } else if (part.share() && row.unit().equals("percent")) {
            sheet.number(Figures.decimal(value).movePointLeft(2).doubleValue(), format(decimals()) + " %");
        } else {
            sheet.number(Figures.decimal(value).doubleValue(), format(part.share() ? decimals(row) : 0));
        }
    }

    private int decimals() {
        return Math.min(table.decimals(), MOST_DECIMALS);
    }

    private int decimals(Estimate.Row row) {
        return row.measure().equals("mean") ? Math.max(decimals(), DECIMALS_OF_MEANS) : decimals();
    }

    private static String format(int decimals) {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private String shorthand(@Nullable Estimate estimate) {
        if (estimate == null) {
            return said(NO_DATA, words.get("shorthand.z"));
        }
        return estimate.confStatus().isEmpty()
                ? said(MISSING, words.get("shorthand.x"))
                : said(WITHHELD, words.get("shorthand.c"));
    }

    private String said(String shorthand, String meaning) {
        shorthands.put(shorthand, meaning);
        return shorthand;
    }

    /** What to mind in a row: breaks, and the status of each wave's figure. */
    private String note(Estimate.Row row) {
        List<String> notes = new ArrayList<>();
        String common = WideCsv.note(survey, table, row, words);
        if (!common.isEmpty()) {
            notes.add(common);
        }
        for (Wave wave : table.waves()) {
            Estimate estimate = grid.at(row, wave);
            if (estimate != null && estimate.value() != null) {
                for (String letter : estimate.obsStatus().split("")) {
                    String meaning = words.getOr("status." + letter, "");
                    if (!meaning.isEmpty()) {
                        notes.add(wave.id() + " " + said("[" + letter + "]", meaning));
                    }
                }
            }
        }
        return notes.isEmpty() ? "-" : String.join("; ", notes);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
