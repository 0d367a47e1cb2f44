package no.barometer.survey;

import java.util.List;

/**
 * One of the things a battery asks about.
 *
 * @param column header of its column in microdata, or empty
 * @param as other texts by which files call it
 * @param headline what it is called within a headline, or a headline of its own; may be empty
 */
public record Item(String id, Text text, List<String> as, String column, Text headline, About about) {}
