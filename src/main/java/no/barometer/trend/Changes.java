package no.barometer.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.survey.Break;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** Where rows start anew, and how each figure differs from the one before. */
final class Changes {
    private final Material material;
    private final Facts facts;

    Changes(Material material, Facts facts) {
        this.material = material;
        this.facts = facts;
    }

    /** A figure by its row and its place there. */
    private record At(int row, int place) {}

    TrendTables.Product filledIn(TrendTables.Product product) {
        List<List<Draft>> rows = new ArrayList<>();
        product.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        material.survey().breaks().stream().filter(one -> !one.same()).forEach(one -> flag(one, rows));
        for (List<Draft> row : rows) {
            row.replaceAll(one -> one.figure().obsStatus().contains("b") ? one.inNewSegment() : one);
            for (int i = 1; i < row.size(); i++) {
                int since = before(row, i);
                if (since >= 0) {
                    row.set(i, row.get(i).with(change(row, since, i), since));
                }
            }
        }
        return new TrendTables.Product(product.table(), rows);
    }

    /** Where a table has figures before a break, the first figure of each row after it is that of a new segment. */
    private void flag(Break one, List<List<Draft>> rows) {
        Wave from = material.waves().get(one.wave());
        List<List<Draft>> concerned = rows.stream()
                .filter(row -> one.concerns(
                        row.get(0).row().question(), row.get(0).row().item()))
                .toList();
        if (from == null
                || concerned.stream().noneMatch(row -> row.get(0).wave().compareTo(from) < 0)) {
            return;
        }
        for (List<Draft> row : concerned) {
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i).wave().compareTo(from) >= 0) {
                    row.set(i, row.get(i).inNewSegment());
                    break;
                }
            }
        }
    }

    /** The place of the last figure before, in the same segment; -1 where there is none. */
    private static int before(List<Draft> row, int i) {
        for (int j = i; j > 0 && !row.get(j).newSegment(); j--) {
            if (row.get(j - 1).figure().value() != null) {
                return j - 1;
            }
        }
        return -1;
    }

    private @Nullable Change change(List<Draft> row, int since, int now) {
        return facts.change(row.get(since).figure(), row.get(now).figure());
    }

    /**
     * Holm's adjustment within the table and each pair of waves, so that a new wave leaves old p-values as they are; and
     * among the changes that are told, since each p-value adjusts the others and would tell of one that is withheld.
     */
    static TrendTables.Product adjusted(TrendTables.Product product) {
        List<List<Draft>> rows = new ArrayList<>();
        product.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        SortedMap<Wave, SortedMap<Wave, List<At>>> families = new TreeMap<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < rows.get(r).size(); i++) {
                Draft draft = rows.get(r).get(i);
                if (draft.change() != null
                        && draft.change().pValue() != null
                        && draft.shown()
                        && rows.get(r).get(draft.since()).shown()) {
                    families.computeIfAbsent(rows.get(r).get(draft.since()).wave(), fresh -> new TreeMap<>())
                            .computeIfAbsent(draft.wave(), fresh -> new ArrayList<>())
                            .add(new At(r, i));
                }
            }
        }
        families.values().stream().map(Map::values).forEach(some -> some.forEach(family -> adjust(rows, family)));
        return new TrendTables.Product(product.table(), rows);
    }

    private static void adjust(List<List<Draft>> rows, List<At> family) {
        double[] adjusted = Holm.adjusted(family.stream()
                .map(at -> rows.get(at.row()).get(at.place()).change())
                .map(change -> change == null || change.pValue() == null ? Double.valueOf(1) : change.pValue())
                .toList());
        for (int i = 0; i < adjusted.length; i++) {
            At at = family.get(i);
            List<Draft> row = rows.get(at.row());
            row.set(at.place(), row.get(at.place()).withPValue(adjusted[i]));
        }
    }
}
