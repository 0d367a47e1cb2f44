package no.barometer.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is counted of each respondent: variables with their parts, each part with a cell number given on first sight. */
final class Cells {
    /** Part of a multiple-response variable that counts all who were shown it. */
    static final String BASE = "base";
    /** Part of a number that holds Σw²(x-c) among the squares. */
    static final String CROSS = "cross";

    private final List<Variable> variables;
    private final List<Map<String, Integer>> parts = new ArrayList<>();
    private int size;

    Cells(List<Variable> variables) {
        this.variables = List.copyOf(variables);
        for (int i = 0; i < variables.size(); i++) {
            parts.add(new HashMap<>());
        }
    }

    List<Variable> variables() {
        return variables;
    }

    int cell(int variable, String part) {
        Integer cell = parts.get(variable).get(part);
        if (cell == null) {
            cell = size++;
            parts.get(variable).put(part, cell);
        }
        return cell;
    }

    /** The cell of a part, or -1 if nobody was counted in it. */
    int known(int variable, String part) {
        return parts.get(variable).getOrDefault(part, -1);
    }

    List<String> parts(int variable) {
        return parts.get(variable).keySet().stream().sorted().toList();
    }

    int size() {
        return size;
    }

    /** For each cell of another registry the cell of the same part here. */
    int[] translate(Cells other) {
        int[] here = new int[other.size];
        for (int v = 0; v < other.variables.size(); v++) {
            int variable = variables.indexOf(other.variables.get(v));
            if (variable < 0) {
                throw new IllegalArgumentException("unknown variable " + other.variables.get(v));
            }
            for (Map.Entry<String, Integer> part : other.parts.get(v).entrySet()) {
                here[part.getValue()] = cell(variable, part.getKey());
            }
        }
        return here;
    }

    /** How a variable's parts relate. */
    enum Shape {
        SINGLE,
        MULTIPLE,
        NUMBER
    }

    /**
     * One question, or item of a battery.
     *
     * @param answers ids of declared answers or options, in order
     * @param missing ids of declared answers that are not valid, in order
     * @param weighting as of {@link no.barometer.survey.Totals}
     */
    record Variable(
            String question,
            String item,
            Shape shape,
            double center,
            List<String> answers,
            List<String> missing,
            String weighting) {}
}
