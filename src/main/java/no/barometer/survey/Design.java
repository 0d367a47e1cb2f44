package no.barometer.survey;

import java.util.List;
import java.util.Map;

/**
 * The sampling design, by names of columns; empty where there is none.
 *
 * @param id column that identifies a respondent
 * @param nested whether PSU labels are nested in strata
 * @param population population size in PSUs by stratum ({@code ""} for the only one); empty: no finite population
 *     correction
 * @param panel whether the same respondents are asked in several waves
 * @param census whether everybody was asked and answered, so that there is no sampling error
 * @param deff design effect of printed figures
 * @param size column of a number of at least 0, such as employees, by which tables may weigh; or empty
 * @param rake population margins that weights are calibrated to, in the order of fitting; empty: weights stay
 */
public record Design(
        String weight,
        String stratum,
        String psu,
        String id,
        boolean nested,
        Map<String, Double> population,
        boolean panel,
        boolean census,
        double deff,
        String size,
        List<Margin> rake) {
    public static final Design NONE = new Design("", "", "", "", true, Map.of(), false, false, 1, "", List.of());
}
