package no.barometer.layout;

import java.util.List;
import java.util.SortedMap;
import no.barometer.problem.Problem;

/**
 * What a light pass over one file of respondents gave.
 *
 * @param tables sums of weights by the cells of the margins' cross-table, by wave id
 * @param problems of margins, which are told by this pass alone
 * @param others that folding the file will tell again
 */
public record Weighing(SortedMap<String, CrossTable> tables, List<Problem> problems, List<Problem> others) {
    /** Whether the sums are of no use. */
    public boolean rejected() {
        return problems.stream().anyMatch(Problem::isError) || others.stream().anyMatch(Problem::isError);
    }
}
