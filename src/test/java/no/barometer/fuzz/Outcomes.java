package no.barometer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.barometer.problem.Problem;

/** What became of many mutations. */
final class Outcomes {
    /** What means nothing to a researcher. */
    private static final Pattern JARGON = Pattern.compile(
            "Exception|\\bjava\\.|org\\.apache|no\\.barometer|\\bnull\\b|@[0-9a-f]{6,}|\\{(found|expected)}");

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(boolean whole, List<Problem> problems) {
        String kinds = problems.stream()
                .map(problem -> problem.kind().code())
                .distinct()
                .sorted()
                .limit(1)
                .findFirst()
                .orElse("clean");
        counts.merge((whole ? "read, " : "refused, ") + kinds, 1, Integer::sum);
    }

    void print(String what, int rounds) {
        System.out.println("fuzz: " + rounds + " " + what + ": " + counts);
    }

    static void assertReadable(Problem problem, String which) {
        // what is quoted of the file may be anything
        String own = problem.kind().template() + " " + problem.expected();
        assertThat(own).as(which).doesNotContainPattern(Pattern.compile("Exception|org\\.apache|\\bnull\\b"));
        assertThat(problem.found()).as(which).isNotNull();
        if (problem.kind().code().equals("damaged")) {
            assertThat(problem.found()).as(which).isNotBlank().doesNotContainPattern(JARGON);
        }
    }
}
