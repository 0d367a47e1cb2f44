package no.barometer.survey;

import java.util.List;

/**
 * The weighted totals of one question (or item, or option of a multiple-response question) in one wave and group, with
 * their design covariance: all that is kept of respondents. K is the number of parts.
 *
 * @param option id of the option of a multiple-response question, whose parts are {@code chosen} and {@code not-chosen};
 *     empty otherwise
 * @param parts ids of the answers; of a number {@code sum} (of w(x-c)) and {@code weight}; then ids of missing answers
 * @param valid whether each part belongs to the valid base
 * @param total K weighted totals
 * @param n K unweighted counts (of a number: both the valid respondents)
 * @param squares K sums of squared weights (of a number: both those of the valid respondents)
 * @param covariance K(K+1)/2 numbers: rows of the upper triangle of Cov(total), one after the other
 * @param dfValid PSUs less strata among those with a respondent in the valid base
 * @param dfAsked the same among the asked
 * @param center the constant c of a number, else 0
 * @param weighting {@link Table#BY_SIZE} where each weight is multiplied by the size, and n counts those with a size above 0;
 *     else empty
 */
@SuppressWarnings("ArrayRecordComponent")
public record Totals(
        String wave,
        String question,
        String item,
        String option,
        String breakdown,
        String group,
        boolean number,
        List<String> parts,
        boolean[] valid,
        double[] total,
        long[] n,
        double[] squares,
        double[] covariance,
        int dfValid,
        int dfAsked,
        double center,
        String weighting) {

    public static final String CHOSEN = "chosen";
    public static final String NOT_CHOSEN = "not-chosen";
    public static final String SUM = "sum";
    public static final String WEIGHT = "weight";
    /** Part of those who were asked and gave no answer. */
    public static final String NO_ANSWER = "no-answer";

    /** Cov(T_i, T_j). */
    public double covariance(int i, int j) {
        return packed(covariance, parts.size(), i, j);
    }

    /** An element of a symmetric k x k matrix of which the rows of the upper triangle are packed. */
    static double packed(double[] rows, int k, int i, int j) {
        int row = Math.min(i, j);
        int column = Math.max(i, j);
        return rows[row * k - row * (row - 1) / 2 + column - row];
    }
}
