package no.barometer.warehouse;

import java.time.LocalDate;
import no.barometer.survey.Label;

/**
 * A label where it stands.
 *
 * @param delivery path
 * @param firstWave first day of the delivery's first wave; {@link LocalDate#MAX} if it holds none
 */
public record StoredLabel(Label label, String delivery, LocalDate firstWave) {}
