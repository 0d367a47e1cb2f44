package no.barometer.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import org.yaml.snakeyaml.error.Mark;

/** The faults of one definition file. The same fault met twice (by a YAML alias, say) is told once. */
final class Faults {
    private final String delivery;
    private final String survey;
    private final Set<Problem> problems;

    Faults(String delivery, String survey) {
        this(delivery, survey, new LinkedHashSet<>());
    }

    private Faults(String delivery, String survey, Set<Problem> problems) {
        this.delivery = delivery;
        this.survey = survey;
        this.problems = problems;
    }

    /** Where the faults of a file beside the definition are told, together with the definition's own. */
    Faults beside(String file) {
        return new Faults(delivery.substring(0, delivery.lastIndexOf('/') + 1) + file, survey, problems);
    }

    void add(Kind kind, Mark mark, String found, String expected) {
        add(kind, mark.getLine() + 1, mark.getColumn() + 1, found, expected);
    }

    /** Line and column are 1-based. */
    void add(Kind kind, int line, int column, String found, String expected) {
        Location at = new Location(delivery, "", String.valueOf(column), line);
        problems.add(new Problem(kind, at, survey, found, expected));
    }

    /** A fault of the file as a whole. */
    void add(Kind kind, String found, String expected) {
        problems.add(new Problem(kind, Location.of(delivery), survey, found, expected));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(null);
        return sorted;
    }
}
