package no.barometer.layout;

import java.util.List;
import java.util.SortedMap;
import no.barometer.problem.Problem;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Wave;

/**
 * What reading one delivery gave.
 *
 * @param waves the waves it holds, by id
 * @param observations of delivered tables, in the file's order
 * @param tallies of microdata, by wave id
 * @param labels texts that no codebook declares
 * @param problems every fault found; with an error among them nothing of the delivery may be used
 * @param rows records read
 * @param respondents those with a weight above zero
 */
public record Reading(
        SortedMap<String, Wave> waves,
        List<Observation> observations,
        SortedMap<String, Tally> tallies,
        List<Label> labels,
        List<Problem> problems,
        long rows,
        long respondents) {

    public boolean rejected() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
