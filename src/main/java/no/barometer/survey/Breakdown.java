package no.barometer.survey;

import java.util.List;

/**
 * A grouping variable.
 *
 * @param as other texts by which files call it
 * @param column header of its column in microdata or long files, or empty
 * @param groups in the order of publication; empty: taken as delivered
 */
public record Breakdown(String id, Text text, List<String> as, String column, List<Group> groups) {
    /** Breakdown and group of everybody. */
    public static final String TOTAL = "total";

    /** One category of a breakdown. */
    public record Group(String id, Text text, List<String> as) {}
}
