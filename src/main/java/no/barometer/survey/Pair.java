package no.barometer.survey;

import java.util.List;

/**
 * The joint covariance of the totals of two neighbouring waves of a panel, for one question (or item, or option) and group.
 * PSUs are the union of both waves', so that the diagonal blocks may differ from those of {@link Totals}.
 *
 * @param wave the earlier one
 * @param next the later one
 * @param option as of {@link Totals}
 * @param parts ids of the K parts that either wave has
 * @param covariance K parts of the earlier wave, then the same K of the later one: rows of the upper triangle of the 2K x
 *     2K matrix, one after the other
 * @param dfValid PSUs less strata among those with a respondent in the valid base of either wave
 * @param dfAsked the same among the asked
 * @param weighting as of {@link Totals}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Pair(
        String wave,
        String next,
        String question,
        String item,
        String option,
        String breakdown,
        String group,
        List<String> parts,
        double[] covariance,
        int dfValid,
        int dfAsked,
        String weighting) {

    /** An element of the 2K x 2K matrix. */
    public double covariance(int i, int j) {
        return Totals.packed(covariance, 2 * parts.size(), i, j);
    }
}
