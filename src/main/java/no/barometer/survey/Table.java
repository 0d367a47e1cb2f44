package no.barometer.survey;

import java.util.List;

/**
 * One product: what is published of one question.
 *
 * @param headline the sentence that tells its figures; may be empty
 * @param by ids of breakdowns; always with everybody first
 * @param everyBreakdown whether it is published by all breakdowns there are ({@code by: all})
 * @param bases {@code valid}, {@code asked} or both
 * @param decimals of the wide file; -1: as the survey says
 * @param rules how uncertainty is told and what is withheld
 * @param weighting {@link #BY_SIZE}, or empty: by the respondents' weights alone
 * @param published whether printed figures are preferred to respondents where a wave has both
 */
public record Table(
        String id,
        Text title,
        Text note,
        Text headline,
        String question,
        List<Measure> measures,
        List<String> by,
        boolean everyBreakdown,
        List<BaseKind> bases,
        int decimals,
        Rules rules,
        String weighting,
        boolean published) {
    /** Weighted by the design's size too, such as employees. */
    public static final String BY_SIZE = "size";
}
