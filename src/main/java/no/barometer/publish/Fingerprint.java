package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/** A hash of all that the files of a table are made from. */
final class Fingerprint {
    private Fingerprint() {}

    /** @param method version of the reading, arithmetic and rendering */
    static String of(Survey survey, TrendTable table, String method) {
        TrendTable sorted = new TrendTable(
                table.survey(),
                table.id(),
                table.title(),
                table.note(),
                table.decimals(),
                new TreeMap<>(table.labels()),
                table.waves(),
                table.rows(),
                table.estimates(),
                table.breaks(),
                table.deliveries(),
                table.calibrations());
        String all = method + '\n' + survey.hash() + '\n' + survey.languages() + survey.synthetic() + '\n' + sorted;
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }
}
