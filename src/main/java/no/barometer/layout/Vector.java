package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import no.barometer.layout.Cells.Shape;
import no.barometer.layout.Cells.Variable;
import no.barometer.survey.Totals;

/**
 * The parts that make one vector of totals.
 *
 * @param option id of the option of a multiple-response variable; empty otherwise
 * @param number whether the first part is a sum, which may be zero or negative, and the second its weight
 */
record Vector(String option, boolean number, List<Part> parts) {

    /**
     * A component: a cell, or what is left of it without another one.
     *
     * @param cell -1 where nobody was counted
     * @param less -1 where nothing is taken off
     */
    record Part(String id, boolean valid, int cell, int less) {}

    /** The vectors of a variable: one, or one for each option of a multiple-response variable. */
    static List<Vector> of(Cells cells, int v) {
        Variable variable = cells.variables().get(v);
        List<Part> missing = missingParts(cells, v).stream()
                .map(id -> new Part(id, false, cells.known(v, id), -1))
                .toList();
        if (variable.shape() == Shape.NUMBER) {
            return List.of(new Vector(
                    "",
                    true,
                    joined(
                            List.of(
                                    new Part(Totals.SUM, true, cells.known(v, Totals.SUM), -1),
                                    new Part(Totals.WEIGHT, true, cells.known(v, Totals.WEIGHT), -1)),
                            missing)));
        }
        if (variable.shape() == Shape.MULTIPLE) {
            int base = cells.known(v, Cells.BASE);
            return validParts(cells, v).stream()
                    .map(id -> new Vector(
                            id,
                            false,
                            joined(
                                    List.of(
                                            new Part(Totals.CHOSEN, true, cells.known(v, id), -1),
                                            new Part(Totals.NOT_CHOSEN, true, base, cells.known(v, id))),
                                    missing)))
                    .toList();
        }
        List<Part> valid = validParts(cells, v).stream()
                .map(id -> new Part(id, true, cells.known(v, id), -1))
                .toList();
        return valid.isEmpty() ? List.of() : List.of(new Vector("", false, joined(valid, missing)));
    }

    private static List<Part> joined(List<Part> valid, List<Part> missing) {
        List<Part> all = new ArrayList<>(valid);
        all.addAll(missing);
        return all;
    }

    private static List<String> missingParts(Cells cells, int v) {
        List<String> ids = new ArrayList<>(cells.variables().get(v).missing());
        if (cells.known(v, Totals.NO_ANSWER) >= 0 && !ids.contains(Totals.NO_ANSWER)) {
            ids.add(Totals.NO_ANSWER);
        }
        return ids;
    }

    /** Declared answers in their order, then those that were delivered besides. */
    private static List<String> validParts(Cells cells, int v) {
        Variable variable = cells.variables().get(v);
        List<String> ids = new ArrayList<>(variable.answers());
        for (String id : cells.parts(v)) {
            boolean known = ids.contains(id) || variable.missing().contains(id);
            if (!known && !id.equals(Cells.BASE) && !id.equals(Totals.NO_ANSWER)) {
                ids.add(id);
            }
        }
        return ids;
    }

    int size() {
        return parts.size();
    }

    /** Whether a value of a part shows that somebody is there: a number's sum does not, its weight does. */
    boolean shows(int part, double value) {
        return value > 0 && !(number && part == 0);
    }

    /** Whether a row of values shows anybody in the base. */
    boolean anybody(double[] row, boolean validOnly) {
        for (int j = 0; j < row.length; j++) {
            if (shows(j, row[j]) && (!validOnly || parts.get(j).valid())) {
                return true;
            }
        }
        return false;
    }

    /** Reads all parts from sums by cell. */
    double[] values(Sums sums) {
        double[] values = new double[parts.size()];
        for (int j = 0; j < values.length; j++) {
            Part part = parts.get(j);
            if (part.cell() >= 0) {
                values[j] = part.less() < 0 ? sums.get(part.cell()) : sums.difference(part.cell(), part.less());
            }
        }
        return values;
    }
}
