package no.barometer.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.barometer.layout.WideSums.Wide;
import no.barometer.problem.Kind;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Question;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/** Adds one respondent's answers to a tally. */
final class Folding {
    private static final Fixed NOTHING = new Fixed(0, 0);
    private static final int KNOWN_TEXTS = 4096;

    private final AnswerReader.Places places;
    private final AnswerReader answers;
    private final AnswerReader leading;
    private final Faults faults;
    private final Counted byWeight = new Counted();
    private final Counted bySize = new Counted();
    private List<Probe> known = List.of();
    /** By probe; null where not one cell's text alone says what is counted. */
    private @Nullable Told[] told = new Told[0];

    Folding(AnswerReader.Places places, NumberReader numbers, Faults faults) {
        this.places = places;
        this.answers = new AnswerReader(places, numbers, faults);
        // what is wrong there is told where the question itself is read
        this.leading = new AnswerReader(places, numbers, new Faults(""));
        this.faults = faults;
    }

    /** The cells a respondent is counted in. */
    private static final class Counted {
        private int[] cells = new int[256];
        private int count;

        private void add(int cell) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * count);
            }
            cells[count++] = cell;
        }

        private void add(int[] more) {
            for (int cell : more) {
                add(cell);
            }
        }

        private int[] since(int start) {
            return Arrays.copyOfRange(cells, start, count);
        }
    }

    /** What the texts of a column are known to be counted in. */
    private static final class Told {
        private final int column;
        private final Known<int[]> byText = new Known<>();
        private final int[] @Nullable [] bySign = new int[128][];

        private Told(int column) {
            this.column = column;
        }

        private int @Nullable [] cells(SourceRow row) {
            int sign = row.sign(column);
            return sign >= 0 ? bySign[sign] : byText.get(row.text(column));
        }

        private void put(SourceRow row, int[] cells) {
            int sign = row.sign(column);
            if (sign >= 0) {
                bySign[sign] = cells;
            } else if (byText.size() < KNOWN_TEXTS) {
                byText.put(row.text(column), cells);
            }
        }
    }

    /** A respondent's place in a tally. */
    @SuppressWarnings("ArrayRecordComponent")
    private record At(Tally tally, Cells cells, int psu, int stratum, int[] groups) {}

    /** @param size by which the weight is multiplied for the tables that say so; who has none is not in them */
    void add(
            SourceRow row,
            List<Probe> probes,
            Cells cells,
            Tally tally,
            String stratum,
            String psu,
            int[] groups,
            Weight weight,
            Weight size) {
        int stratumIndex = tally.stratum(stratum);
        tally.respondent(stratumIndex);
        At at = new At(tally, cells, tally.psu(stratumIndex, psu), stratumIndex, groups);
        Weight sized = size.equals(Weight.ONE) ? weight : weight.times(size);
        know(probes);
        for (int i = told(row, 0); i < probes.size(); i = told(row, i + 1)) {
            read(row, probes, i, weight, sized, at);
        }
        tally.add(at.psu(), stratumIndex, groups, byWeight.cells, byWeight.count, weight);
        byWeight.count = 0;
        if (bySize.count > 0) {
            tally.add(at.psu(), stratumIndex, groups, bySize.cells, bySize.count, sized);
            bySize.count = 0;
        }
    }

    /** Counts what probes say whose texts are known, from one on; returns the first other one. */
    private int told(SourceRow row, int from) {
        int i = from;
        for (; i < told.length; i++) {
            Told byText = told[i];
            int[] cells = byText == null ? null : byText.cells(row);
            if (cells == null) {
                break;
            }
            byWeight.add(cells);
        }
        return i;
    }

    private void read(SourceRow row, List<Probe> probes, int index, Weight weight, Weight sized, At at) {
        Probe probe = probes.get(index);
        int start = byWeight.count;
        String code = answers.read(probe, row);
        if (code != null && !code.equals(Coder.NOT_ASKED) && asked(probe, probes, row, code)) {
            count(probe, probe.index(), row, code, weight, at, byWeight);
            if (probe.sized() != Probe.NONE && !sized.exact().isZero()) {
                count(probe, probe.sized(), row, code, sized, at, bySize);
            }
        }
        Told byText = told[index];
        if (byText != null && code != null) {
            byText.put(row, byWeight.since(start));
        }
    }

    /** Begins anew what is known of texts where other columns are read. */
    private void know(List<Probe> probes) {
        if (known != probes) {
            known = probes;
            told = probes.stream()
                    .map(probe -> isToldByText(probe) ? new Told(probe.columns().get(0)) : null)
                    .toArray(Told[]::new);
        }
    }

    /** Whether one cell's text alone says what is counted. */
    private static boolean isToldByText(Probe probe) {
        Question.Type type = probe.question().type();
        return (type == Question.Type.SINGLE || type == Question.Type.DELIMITED)
                && probe.question().askedWhen().isEmpty()
                && probe.sized() == Probe.NONE;
    }

    private void count(Probe probe, int variable, SourceRow row, String code, Weight weight, At at, Counted counted) {
        Cells cells = at.cells();
        if (!code.equals(AnswerReader.ANSWERED)) {
            counted.add(cells.cell(variable, code.equals(Coder.NO_ANSWER) ? Totals.NO_ANSWER : code));
        } else if (probe.variable().shape() == Cells.Shape.MULTIPLE) {
            counted.add(cells.cell(variable, Cells.BASE));
            for (int i = 0; i < answers.count(); i++) {
                counted.add(cells.cell(variable, answers.option(i)));
            }
        } else {
            double w = weight.value();
            double x = answers.value() - probe.variable().center();
            if (Math.abs(w * x) > Weight.LARGEST) {
                tooLarge(probe, row);
                return;
            }
            counted.add(cells.cell(variable, Totals.WEIGHT));
            int sum = cells.cell(variable, Totals.SUM);
            int cross = cells.cell(variable, Cells.CROSS);
            at.tally().add(at.psu(), at.stratum(), at.groups(), sum, Fixed.of(w * x), Wide.of(w * x * w * x));
            at.tally().add(at.psu(), at.stratum(), at.groups(), cross, NOTHING, Wide.of(w * w * x));
        }
    }

    private void tooLarge(Probe probe, SourceRow row) {
        int column = probe.columns().get(0);
        faults.add(
                Kind.BAD_NUMBER,
                places.at(row, column),
                places.header(column),
                row.text(column),
                "a number whose weighted distance from the center is at most 1e13");
    }

    /** Whether the question was put to this respondent; an answer where it was not is a fault. */
    private boolean asked(Probe probe, List<Probe> probes, SourceRow row, String code) {
        for (Map.Entry<String, List<String>> when : probe.question().askedWhen().entrySet()) {
            String led = answer(when.getKey(), probes, row);
            boolean leads = AnswerReader.ANSWERED.equals(led)
                    ? leading.chose(when.getValue())
                    : led != null && when.getValue().contains(led);
            if (!leads) {
                boolean answered = !code.equals(Coder.NO_ANSWER)
                        && (!code.equals(AnswerReader.ANSWERED)
                                || probe.variable().shape() == Cells.Shape.NUMBER
                                || answers.count() > 0);
                if (answered && led != null) {
                    int column = probe.columns().get(0);
                    faults.add(
                            Kind.ANSWER_NOT_ASKED,
                            places.at(row, column),
                            places.header(column),
                            row.text(column),
                            "none where \"" + when.getKey() + "\" is not " + String.join(" or ", when.getValue()));
                }
                return false;
            }
        }
        return true;
    }

    private @Nullable String answer(String question, List<Probe> probes, SourceRow row) {
        for (Probe probe : probes) {
            if (probe.variable().question().equals(question)) {
                return leading.read(probe, row);
            }
        }
        return null;
    }
}
