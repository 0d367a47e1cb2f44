package no.barometer.publish;

import no.barometer.trend.Estimate;

/**
 * A published figure that a later release changed.
 *
 * @param before as printed in the tidy file
 * @param after the same; empty where it is missing, withheld or gone
 */
public record Revision(String survey, String table, String wave, Estimate.Row row, String before, String after) {}
