package no.barometer.survey;

/**
 * How uncertainty is told and what is withheld.
 *
 * @param interval of shares
 * @param reliability the rule by which unreliable figures are flagged or withheld
 * @param smallest number of respondents that Statistics Canada's rule needs
 * @param disclosure counts of respondents from 1 to one less are withheld; 0: none
 */
public record Rules(Interval interval, Reliability reliability, int smallest, int disclosure) {
    /** The first count that is published. */
    public static final int DISCLOSURE = 5;

    public static final Rules DEFAULT = new Rules(Interval.LOGIT, Reliability.NCHS, 0, DISCLOSURE);

    /** How the interval of a share is made. */
    public enum Interval {
        LOGIT,
        /** Korn and Graubard 1998. */
        BETA
    }

    /** Whose rule tells which figures are reliable. */
    public enum Reliability {
        /** US National Center for Health Statistics, Data Presentation Standards for Proportions, 2017. */
        NCHS,
        /** By coefficient of variation, as Statistics Canada's public use microdata guides do. */
        STATISTICS_CANADA,
        OFF
    }

    Rules with(Interval other) {
        return new Rules(other, reliability, smallest, disclosure);
    }

    Rules with(Reliability other, int minimum) {
        return new Rules(interval, other, minimum, disclosure);
    }

    Rules withDisclosure(int other) {
        return new Rules(interval, reliability, smallest, other);
    }
}
