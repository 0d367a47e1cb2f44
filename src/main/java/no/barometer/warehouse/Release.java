package no.barometer.warehouse;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One publication.
 *
 * @param name as its folder: {@code 2026-11}, {@code 2026-11.2}
 * @param output the folder it was published to
 */
public record Release(String name, LocalDate date, YearMonth period, String output) {}
