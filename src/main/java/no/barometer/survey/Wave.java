package no.barometer.survey;

import java.time.LocalDate;

/**
 * One fielding of a survey.
 *
 * @param id {@code 2012}, {@code 2012-03}, {@code 2012-Q1}, {@code 2012-H1}, {@code 2012-W07}, {@code 2012-03-31}, or a
 *     declared word
 * @param start first day of its period
 * @param end last day of its period
 */
public record Wave(String id, LocalDate start, LocalDate end) implements Comparable<Wave> {
    @Override
    public int compareTo(Wave other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : id.compareTo(other.id);
    }
}
