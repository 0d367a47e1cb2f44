package no.barometer.publish;

import no.barometer.survey.Break;
import no.barometer.survey.Wave;
import no.barometer.survey.Waves;
import no.barometer.trend.TrendTable;

/** Where breaks lie between the waves of a table. */
final class Breaks {
    private Breaks() {}

    /** Whether figures of the later wave are not comparable with those of the earlier one. */
    static boolean between(TrendTable table, Break one, Wave earlier, Wave later) {
        Wave first = table.waves().stream()
                .filter(wave -> wave.id().equals(one.wave()))
                .findFirst()
                .or(() -> Waves.ofId(one.wave()))
                .orElse(null);
        if (first == null) {
            return false;
        }
        return first.compareTo(earlier) > 0 && first.compareTo(later) <= 0;
    }
}
