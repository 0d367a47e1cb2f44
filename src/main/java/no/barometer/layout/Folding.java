package no.barometer.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.barometer.layout.WideSums.Wide;
import no.barometer.problem.Kind;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;

/** Adds one respondent's answers to a tally. */
final class Folding {
    private static final Fixed NOTHING = new Fixed(0, 0);

    private final AnswerReader.Places places;
    private final AnswerReader answers;
    private final AnswerReader leading;
    private final Faults faults;
    private int[] counted = new int[256];
    private int count;

    Folding(AnswerReader.Places places, NumberReader numbers, Faults faults) {
        this.places = places;
        this.answers = new AnswerReader(places, numbers, faults);
        this.leading = new AnswerReader(places, numbers, faults);
        this.faults = faults;
    }

    void add(
            SourceRow row,
            List<Probe> probes,
            Cells cells,
            Tally tally,
            String stratum,
            String psu,
            int[] groups,
            Weight weight) {
        int stratumIndex = tally.stratum(stratum);
        tally.respondent(stratumIndex);
        int psuIndex = tally.psu(stratum, psu);
        count = 0;
        for (Probe probe : probes) {
            String code = answers.read(probe, row);
            if (code == null || code.equals(Coder.NOT_ASKED) || !asked(probe, probes, row, code)) {
                continue;
            }
            if (!code.equals(AnswerReader.ANSWERED)) {
                count(cells.cell(probe.index(), code.equals(Coder.NO_ANSWER) ? Totals.NO_ANSWER : code));
            } else if (probe.variable().shape() == Cells.Shape.MULTIPLE) {
                count(cells.cell(probe.index(), Cells.BASE));
                for (int i = 0; i < answers.count(); i++) {
                    count(cells.cell(probe.index(), answers.option(i)));
                }
            } else {
                double w = weight.value();
                double x = answers.value() - probe.variable().center();
                if (Math.abs(w * x) > Weight.LARGEST) {
                    tooLarge(probe, row);
                    continue;
                }
                count(cells.cell(probe.index(), Totals.WEIGHT));
                int sum = cells.cell(probe.index(), Totals.SUM);
                int cross = cells.cell(probe.index(), Cells.CROSS);
                tally.add(psuIndex, stratumIndex, groups, sum, Fixed.of(w * x), Wide.of(w * x * w * x));
                tally.add(psuIndex, stratumIndex, groups, cross, NOTHING, Wide.of(w * w * x));
            }
        }
        tally.add(psuIndex, stratumIndex, groups, Arrays.copyOf(counted, count), weight);
    }

    private void count(int cell) {
        if (count == counted.length) {
            counted = Arrays.copyOf(counted, 2 * count);
        }
        counted[count++] = cell;
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
            if (led == null || !when.getValue().contains(led)) {
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
