package no.barometer.trend;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;

/**
 * All that is known of a survey when its tables are made.
 *
 * @param waves by id
 * @param observations in the order of wave, delivery and place
 * @param totals in any order
 * @param delivered labels of what no codebook declares, in the order in which they were first delivered
 * @param respondentFiles paths of the files with respondents, by wave id, sorted
 * @param blocks ids of the delivery blocks that read them, by path
 * @param pairs of a panel's neighbouring waves, in any order
 * @param calibrations of waves whose weights were raked, in the order of waves
 */
public record Material(
        Survey survey,
        SortedMap<String, Wave> waves,
        List<Observation> observations,
        List<Totals> totals,
        List<Label> delivered,
        Map<String, List<String>> respondentFiles,
        Map<String, String> blocks,
        List<Pair> pairs,
        List<Calibration> calibrations) {}
