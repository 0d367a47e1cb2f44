package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Labels;
import no.barometer.survey.Question;
import org.jspecify.annotations.Nullable;

/** Reads a variable's answers from rows of microdata. */
final class AnswerReader {
    /** The code of a multiple-response variable or number that was answered. */
    static final String ANSWERED = "";

    /** Integers up to this are doubles. */
    private static final double WHOLE = 1L << 53;

    private final Places places;
    private final NumberReader numbers;
    private final Faults faults;
    private String[] options = new String[64];
    private int count;
    private double value;

    AnswerReader(Places places, NumberReader numbers, Faults faults) {
        this.places = places;
        this.numbers = numbers;
        this.faults = faults;
    }

    /** Where a cell of a row stands, and what its column is called. */
    interface Places {
        Location at(SourceRow row, int column);

        String header(int column);
    }

    /**
     * Reads one variable.
     *
     * @return the id of a single answer, {@link #ANSWERED} with {@link #option} or {@link #value} filled, the id of a
     *     missing answer, a code of {@link Coder}, or null after a fault
     */
    @Nullable
    String read(Probe probe, SourceRow row) {
        count = 0;
        int column = probe.columns().get(0);
        return switch (probe.question().type()) {
            case SINGLE -> code(probe, row, column, row.text(column));
            case NUMBER -> number(probe, row, column);
            case DELIMITED -> delimited(probe, row, column);
            case DUMMIES, OPTION_TEXT -> columns(probe, row);
        };
    }

    /** How many options of a multiple-response variable were chosen. */
    int count() {
        return count;
    }

    /** Whether one of some options was chosen. */
    boolean chose(List<String> any) {
        return Arrays.stream(options, 0, count).anyMatch(any::contains);
    }

    String option(int index) {
        return options[index];
    }

    double value() {
        return value;
    }

    private @Nullable String delimited(Probe probe, SourceRow row, int column) {
        String text = row.text(column);
        String key = Labels.key(text);
        if (key.isEmpty()) {
            return ANSWERED;
        }
        if (probe.coder().isMarker(key)) {
            return probe.coder().code(text);
        }
        String delimiter = probe.question().delimiter();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(delimiter, from);
            String option = text.substring(from, to < 0 ? text.length() : to);
            if (!option.isBlank()) {
                String code = code(probe, row, column, option);
                if (code == null || probe.isMissing(code)) {
                    return code;
                }
                choose(code);
            }
            from = to < 0 ? text.length() + 1 : to + delimiter.length();
        }
        return ANSWERED;
    }

    /** One column an option. A missing answer that is chosen, or all marked as missing or as not asked, is no answer. */
    private @Nullable String columns(Probe probe, SourceRow row) {
        int missing = 0;
        int notAsked = 0;
        for (int i = 0; i < probe.columns().size(); i++) {
            int column = probe.columns().get(i);
            String text = row.text(column);
            String key = Labels.key(text);
            if (probe.coder().isMarker(key)) {
                boolean asked = Coder.NO_ANSWER.equals(probe.coder().code(text));
                missing += asked ? 1 : 0;
                notAsked += asked ? 0 : 1;
            } else if (!probe.notChosen(key)) {
                String option = option(probe, row, column, probe.options().get(i), text, key);
                if (option == null || probe.isMissing(option)) {
                    return option;
                }
                choose(option);
            }
        }
        int all = probe.columns().size();
        return notAsked == all ? Coder.NOT_ASKED : missing + notAsked == all ? Coder.NO_ANSWER : ANSWERED;
    }

    private @Nullable String option(Probe probe, SourceRow row, int column, String ofColumn, String text, String key) {
        if (!ofColumn.isEmpty() && probe.chosen(key)) {
            return ofColumn;
        }
        if (probe.question().type() == Question.Type.OPTION_TEXT) {
            String code = code(probe, row, column, text);
            return code == null || ofColumn.isEmpty() ? code : ofColumn;
        }
        List<String> expected = new ArrayList<>(probe.question().chosen());
        expected.addAll(probe.question().notChosen());
        faults.add(
                Kind.UNKNOWN_ANSWER,
                places.at(row, column),
                places.header(column),
                Labels.tidy(text),
                Labels.expected(text, expected));
        return null;
    }

    private void choose(String option) {
        for (int i = 0; i < count; i++) {
            if (options[i].equals(option)) {
                return;
            }
        }
        if (count == options.length) {
            options = Arrays.copyOf(options, count * 2);
        }
        options[count++] = option;
    }

    private @Nullable String number(Probe probe, SourceRow row, int column) {
        String text = row.text(column);
        String declared = probe.coder().declared(text);
        if (declared != null) {
            return declared;
        }
        if (row.kind(column) == CellKind.NUMBER) {
            value = row.number(column) * (row.percent(column) ? 100 : 1);
            return valued(probe);
        }
        if (numbers.read(text, () -> places.at(row, column), places.header(column)) instanceof Numbers.Plain plain
                && plain.mark().isEmpty()) {
            value = plain.value();
            return valued(probe);
        }
        faults.add(Kind.BAD_NUMBER, places.at(row, column), places.header(column), Labels.tidy(text), "a number");
        return null;
    }

    /** A missing answer that is declared as 99 may be written 99.0. */
    private String valued(Probe probe) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
        String declared = whole && !probe.variable().missing().isEmpty()
                ? probe.coder().declared(Long.toString((long) value))
                : null;
        return declared == null ? ANSWERED : declared;
    }

    private @Nullable String code(Probe probe, SourceRow row, int column, String text) {
        String code = probe.coder().code(text);
        if (code == null) {
            faults.add(
                    Kind.UNKNOWN_ANSWER,
                    places.at(row, column),
                    places.header(column),
                    Labels.tidy(text),
                    Labels.expected(text, probe.coder().expected(text)));
        }
        return code;
    }
}
