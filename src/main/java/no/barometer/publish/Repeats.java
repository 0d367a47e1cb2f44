package no.barometer.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;

/** The same faulty text further down the same column: a fault is listed once, and shown wherever it stands. */
final class Repeats {
    /** Who has to mend more cells than these does it by searching. */
    private static final int MOST = 1_000;

    /** What is wrong wherever it stands. */
    private static final Set<Kind> ALWAYS = Set.of(
            Kind.UNKNOWN_ANSWER,
            Kind.UNKNOWN_GROUP,
            Kind.UNKNOWN_ITEM,
            Kind.UNKNOWN_QUESTION,
            Kind.BAD_NUMBER,
            Kind.AMBIGUOUS_NUMBER,
            Kind.IMPOSSIBLE_PERCENTAGE,
            Kind.ERROR_VALUE,
            Kind.BAD_WEIGHT,
            Kind.BAD_SIZE);

    private final Map<Integer, Map<String, List<Problem>>> byColumn = new HashMap<>();
    private int met;

    /** Notes the faults of a cell that are faults of its text. */
    void learn(int column, String text, List<Problem> problems) {
        List<Problem> always = problems.stream()
                .filter(problem ->
                        ALWAYS.contains(problem.kind()) && problem.found().equals(text.strip()))
                .toList();
        if (!always.isEmpty()) {
            byColumn.computeIfAbsent(column, fresh -> new HashMap<>()).put(text.strip(), always);
        }
    }

    /** The faults of a text that was seen in the column before; none where there were too many. */
    List<Problem> of(int column, String text) {
        Map<String, List<Problem>> known = byColumn.getOrDefault(column, Map.of());
        List<Problem> again = known.isEmpty() ? List.of() : known.getOrDefault(text.strip(), List.of());
        return again.isEmpty() || ++met > MOST ? List.of() : again;
    }
}
