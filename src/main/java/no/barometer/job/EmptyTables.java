package no.barometer.job;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Observation;
import no.barometer.survey.Table;
import no.barometer.trend.Material;
import no.barometer.trend.TrendTable;

/**
 * What a definition asks for and no delivery has a figure of: tables, at all or of the base that they are of, and breakdowns
 * of tables that nobody declares.
 */
final class EmptyTables {
    private final Material material;

    private EmptyTables(Material material) {
        this.material = material;
    }

    /** A warning for each; figures that are withheld or marked as missing count as delivered. */
    static List<Problem> of(Material material, List<TrendTable> tables) {
        EmptyTables empty = new EmptyTables(material);
        return tables.stream().flatMap(empty::of).toList();
    }

    private Stream<Problem> of(TrendTable table) {
        Table declared = material.survey().tables().get(table.id());
        String waves = declared == null ? "" : String.join(", ", leftOut(table, declared));
        if (!waves.isEmpty()) {
            return Stream.of(problem(
                    table.id() + " in " + waves,
                    "base: asked (printed shares add up to 100 with the missing answers)"));
        }
        if (table.estimates().isEmpty()) {
            return Stream.of(problem(table.id(), "figures of its question"));
        }
        return declared == null
                ? Stream.empty()
                : undelivered(table, declared)
                        .map(id -> problem(table.id() + " by " + id, "figures by a breakdown " + id));
    }

    /** Waves that a table of valid answers has no figure of, since their printed shares are of all who were asked. */
    private List<String> leftOut(TrendTable table, Table declared) {
        if (declared.bases().contains(BaseKind.ASKED)) {
            return List.of();
        }
        Set<String> told =
                table.estimates().stream().map(one -> one.wave().id()).collect(Collectors.toSet());
        return material.observations().stream()
                .filter(one -> one.question().equals(declared.question()))
                .filter(one -> one.baseKind().equals(BaseKind.ASKED.code()))
                .map(Observation::wave)
                .distinct()
                .filter(wave -> !told.contains(wave))
                .toList();
    }

    /** Breakdowns of a table that neither the definition declares nor a delivery has. */
    private Stream<String> undelivered(TrendTable table, Table declared) {
        Set<String> delivered =
                table.estimates().stream().map(one -> one.row().breakdown()).collect(Collectors.toSet());
        return declared.by().stream()
                .filter(id -> !material.survey().breakdowns().containsKey(id) && !delivered.contains(id));
    }

    private Problem problem(String found, String expected) {
        return new Problem(
                Kind.NO_FIGURES,
                Location.of("jobs/" + material.survey().file().getFileName()),
                material.survey().id(),
                found,
                expected);
    }
}
