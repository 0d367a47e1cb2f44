package no.barometer.publish;

import no.barometer.trend.Estimate;

/**
 * A published figure that a later release changed.
 *
 * @param before as printed in the tidy file; empty where it may not be printed again
 * @param after the same; empty where it is missing, withheld or gone
 * @param why code of {@link Why}
 * @param cause the file, definition, versions or reason
 */
public record Revision(
        String survey,
        String table,
        String wave,
        Estimate.Row row,
        String before,
        String after,
        String why,
        String cause) {}
