package no.barometer.survey;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One answer of a question.
 *
 * @param as all texts and codes by which files call it, besides its texts
 * @param column header of its column where a multiple-response option has one of its own, or empty
 * @param score its number on the scale, for means
 * @param headline what it is called within a headline, or a headline of its own; may be empty
 */
public record Answer(String id, Text text, List<String> as, String column, OptionalDouble score, Text headline) {}
