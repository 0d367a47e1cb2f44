package no.barometer.layout;

import java.util.Map;
import java.util.Set;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;
import no.barometer.survey.Survey;
import no.barometer.survey.TableLayout;
import org.jspecify.annotations.Nullable;

/** Reads figures and bases of delivered tables, with their marks. */
final class Figures {
    private static final java.util.regex.Pattern DECIMALS = java.util.regex.Pattern.compile("[.,](\\d+)(?!.*[.,]\\d)");
    /** Signs, or a few letters in brackets: [c]. */
    private static final java.util.regex.Pattern MARK =
            java.util.regex.Pattern.compile("[^\\p{L}\\d]{1,3}|\\[\\p{L}{1,3}]|\\(\\p{L}{1,3}\\)");

    /** What a mark cannot mean where a figure stands. */
    private static final Set<String> IN_ITS_PLACE = Set.of("0", "missing");

    private static final Set<String> STATUS_LETTERS = Set.of("b", "d", "e", "f", "i", "m", "n", "p", "u");

    private final TableLayout table;
    private final NumberReader numbers;
    private final Set<String> missing;
    private final Map<String, String> marks;
    private final Faults faults;

    Figures(Survey survey, Block block, Faults faults) {
        this.table = block.table();
        this.numbers = new NumberReader(Locales.of(survey, block), faults);
        this.missing = Coder.keys(block.missing());
        Map<String, String> byKey = new java.util.HashMap<>();
        table.marks().forEach((mark, meaning) -> byKey.put(Labels.tidy(mark), meaning));
        this.marks = byKey;
        this.faults = faults;
    }

    /** A cell, wherever it was read. */
    record Cell(CellKind kind, String text, double number, boolean percent) {}

    /**
     * A figure.
     *
     * @param value percent of 0 to 100 for shares; null where missing or withheld
     * @param decimals decimals it was printed with, for rounding
     */
    record Figure(@Nullable Double value, String obsStatus, String confStatus, int decimals) {
        Figure with(String status) {
            return status.isEmpty() || obsStatus.contains(status)
                    ? this
                    : new Figure(value, obsStatus + status, confStatus, decimals);
        }
    }

    /** Whether a cell holds anything: a number, a mark, a text. */
    static boolean blank(Cell cell) {
        return cell.kind() == CellKind.BLANK || Labels.tidy(cell.text()).isEmpty();
    }

    /** A share, mean or value; null after a fault. */
    @Nullable
    Figure read(Cell cell, boolean share, Location at) {
        if (cell.kind() == CellKind.ERROR) {
            faults.add(Kind.ERROR_VALUE, at, "", cell.text(), "a figure");
            return null;
        }
        String text = Labels.tidy(cell.text());
        if (cell.kind() == CellKind.BLANK || text.isEmpty()) {
            return table.emptyIsWithheld() ? new Figure(null, "", "C", 0) : new Figure(null, "m", "", 0);
        }
        if (missing.contains(Labels.key(text))) {
            return new Figure(null, "m", "", 0);
        }
        if (cell.kind() == CellKind.NUMBER) {
            double scale = cell.percent() && (share || table.figures() == TableLayout.Figures.PERCENT)
                    ? 100
                    : share && table.figures() == TableLayout.Figures.FRACTION ? 100 : 1;
            return checked(
                    new Figure(scaled(text, cell.number(), scale), "", "", decimals(text, scale)), share, text, at);
        }
        if (cell.kind() != CellKind.TEXT) {
            String expected = cell.kind() == CellKind.DATE ? "a figure; the cell is formatted as a date" : "a figure";
            faults.add(Kind.BAD_NUMBER, at, "", text, expected);
            return null;
        }
        return ofText(text, share, at);
    }

    private @Nullable Figure ofText(String text, boolean share, Location at) {
        String meaning = marks.get(text);
        if (meaning != null) {
            return meant(new Figure(null, "", "", 0), text, meaning, at);
        }
        Numbers.Reading reading = numbers.read(text, at, "");
        if (reading instanceof Numbers.Plain plain) {
            double scale = share && table.figures() == TableLayout.Figures.FRACTION && !plain.percent() ? 100 : 1;
            String decimal = NumberReader.decimal(plain.value()).toPlainString();
            @Nullable Figure figure = new Figure(scaled(decimal, plain.value(), scale), "", "", printed(text, scale));
            if (!plain.mark().isEmpty()) {
                String markMeaning = marks.get(plain.mark());
                if (markMeaning == null) {
                    faults.add(Kind.UNKNOWN_MARK, at, "", plain.mark(), "what it means");
                    return null;
                }
                figure = meant(figure, plain.mark(), markMeaning, at);
            }
            return figure == null ? null : checked(figure, share, text, at);
        }
        if (reading instanceof Numbers.LessThan) {
            return new Figure(null, "n", "", 0);
        }
        if (MARK.matcher(text).matches()) {
            faults.add(Kind.UNKNOWN_MARK, at, "", text, "what it means");
        } else {
            faults.add(Kind.BAD_NUMBER, at, "", text, "a figure");
        }
        return null;
    }

    /** What a mark says of a figure: status letters, that it is nothing (0), missing or withheld, or a note. */
    private @Nullable Figure meant(Figure figure, String mark, String meaning, Location at) {
        Double value = figure.value();
        if (value != null && IN_ITS_PLACE.contains(meaning)) {
            String found = NumberReader.decimal(value).toPlainString() + ", and \"" + mark + "\" for " + meaning;
            faults.add(Kind.CONTRADICTING_FIGURES, at, "", found, "a figure, or the mark in its place");
            return null;
        }
        return switch (meaning) {
            case "missing" -> new Figure(null, "m", "", 0);
            case "0" -> new Figure(0.0, "", "", 0);
            case "withheld" -> new Figure(null, "", "C", 0);
            default -> {
                if (STATUS_LETTERS.contains(meaning)) {
                    yield figure.with(meaning);
                }
                yield value == null ? figure.with("n") : figure;
            }
        };
    }

    /** A figure with a status that stands in a column of its own. */
    @Nullable
    Figure flagged(Figure figure, String status, Location at) {
        String meaning = marks.getOrDefault(status, STATUS_LETTERS.contains(status) ? status : null);
        if (meaning == null) {
            faults.add(Kind.UNKNOWN_MARK, at, "", status, "what it means");
            return null;
        }
        return meant(figure, status, meaning, at);
    }

    /** The status letter that a mark at a header or label stands for; empty if it is only a note. */
    String status(String mark) {
        String meaning = marks.get(mark);
        return meaning != null && STATUS_LETTERS.contains(meaning) ? meaning : "";
    }

    private @Nullable Figure checked(Figure figure, boolean share, String text, Location at) {
        Double value = figure.value();
        if (share && value != null && (value < 0 || value > 100.0000001)) {
            faults.add(Kind.IMPOSSIBLE_PERCENTAGE, at, "", text, "0 to 100");
            return null;
        }
        return figure;
    }

    /** A number of respondents; null where the cell holds none, or after a fault. */
    @Nullable
    Double base(Cell cell, Location at) {
        String text = Labels.tidy(cell.text());
        if (cell.kind() == CellKind.NUMBER && cell.number() >= 0) {
            return cell.number();
        }
        if (cell.kind() == CellKind.BLANK || text.isEmpty() || missing.contains(Labels.key(text))) {
            return null;
        }
        Numbers.Reading reading = numbers.read(text, at, "");
        if (reading instanceof Numbers.Plain plain && plain.value() >= 0 && !plain.percent()) {
            return plain.value();
        }
        if (!"missing".equals(marks.get(text))) {
            faults.add(Kind.BAD_NUMBER, at, "", text, "a number of respondents");
        }
        return null;
    }

    /** 0.29 of a cell becomes 29, not 28.999999999999996. */
    private static double scaled(String decimal, double value, double scale) {
        if (scale == 1) {
            return value;
        }
        try {
            return new java.math.BigDecimal(decimal).movePointRight(2).doubleValue();
        } catch (NumberFormatException notPlain) {
            return value * scale;
        }
    }

    /** Decimals that a text shows after its last separator. */
    private static int printed(String text, double scale) {
        java.util.regex.Matcher matcher = DECIMALS.matcher(text);
        int decimals = matcher.find() ? matcher.group(1).length() : 0;
        return Math.max(0, scale == 100 ? decimals - 2 : decimals);
    }

    /** Tells of numbers that stay ambiguous. */
    void close() {
        numbers.close();
    }

    private static int decimals(String decimal, double scale) {
        int dot = decimal.indexOf('.');
        int decimals = dot < 0 ? 0 : decimal.length() - dot - 1;
        return Math.max(0, scale == 100 ? decimals - 2 : decimals);
    }
}
