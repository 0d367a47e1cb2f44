package no.barometer.layout;

import java.util.List;
import java.util.Map;
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

    Folding(AnswerReader.Places places, NumberReader numbers, Faults faults) {
        this.places = places;
        this.answers = new AnswerReader(places, numbers, faults);
        this.leading = new AnswerReader(places, numbers, faults);
        this.faults = faults;
    }

    /** Where a respondent is counted, and with what weight. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Place(Tally tally, Cells cells, int psu, int stratum, int[] groups, Fixed weight, Fixed square) {
        void count(Probe probe, String part) {
            tally.add(psu, stratum, groups, groups.length, cells.cell(probe.index(), part), weight, square);
        }

        void add(Probe probe, String part, Fixed sum, Fixed ofSquares) {
            tally.add(psu, stratum, groups, groups.length, cells.cell(probe.index(), part), sum, ofSquares);
        }
    }

    void add(
            SourceRow row,
            List<Probe> probes,
            Cells cells,
            Tally tally,
            String stratum,
            String psu,
            int[] groups,
            Fixed weight) {
        double w = weight.toDouble();
        Fixed square = weight.equals(Fixed.ONE) ? Fixed.ONE : Fixed.of(w * w);
        int stratumIndex = tally.stratum(stratum);
        tally.respondent(stratumIndex);
        Place place = new Place(tally, cells, tally.psu(stratum, psu), stratumIndex, groups, weight, square);
        for (Probe probe : probes) {
            String code = answers.read(probe, row);
            if (code != null && !code.equals(Coder.NOT_ASKED) && asked(probe, probes, row, code)) {
                try {
                    add(probe, code, place, w);
                } catch (ArithmeticException beyond) {
                    tooLarge(probe, row);
                }
            }
        }
    }

    private void tooLarge(Probe probe, SourceRow row) {
        int column = probe.columns().get(0);
        faults.add(
                Kind.TOO_LARGE,
                places.at(row, column),
                places.header(column),
                "weighted numbers whose squares cannot be summed",
                "sums of squares below 1.7e20; a larger unit or a center near the mean makes them smaller");
    }

    private void add(Probe probe, String code, Place place, double w) {
        if (!code.equals(AnswerReader.ANSWERED)) {
            place.count(probe, code.equals(Coder.NO_ANSWER) ? Totals.NO_ANSWER : code);
        } else if (probe.variable().shape() == Cells.Shape.MULTIPLE) {
            place.count(probe, Cells.BASE);
            for (int i = 0; i < answers.count(); i++) {
                place.count(probe, answers.option(i));
            }
        } else {
            double x = answers.value() - probe.variable().center();
            place.count(probe, Totals.WEIGHT);
            place.add(probe, Totals.SUM, Fixed.of(w * x), Fixed.of(w * x * w * x));
            place.add(probe, Cells.CROSS, NOTHING, Fixed.of(w * w * x));
        }
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
