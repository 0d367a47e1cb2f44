package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/** A hash of all that the files of a table are made from. */
final class Fingerprint {
    private Fingerprint() {}

    /** @param method version of the reading, arithmetic and rendering */
    static String of(Survey survey, TrendTable table, String method) {
        TrendTable frame = table.with(new TreeMap<>(table.labels()), List.of());
        StringBuilder all = new StringBuilder(1 << 16);
        all.append(method).append('\n').append(survey.hash()).append('\n');
        all.append(survey.languages())
                .append(survey.synthetic())
                .append('\n')
                .append(frame)
                .append('\n');
        Map<Estimate.Row, Integer> rows = new HashMap<>();
        table.rows().forEach(row -> rows.putIfAbsent(row, rows.size()));
        table.estimates().forEach(one -> add(one, rows, all));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A record's own text would spell out row and wave, and every number in decimals, for each figure. */
    private static void add(Estimate one, Map<Estimate.Row, Integer> rows, StringBuilder all) {
        Integer row = rows.get(one.row());
        all.append(row == null ? one.row() : row).append(' ').append(one.wave().id());
        add(one.value(), all);
        add(one.stdError(), all);
        add(one.ciLow(), all);
        add(one.ciHigh(), all);
        add(one.base(), all);
        add(one.effectiveBase(), all);
        add(one.change(), all);
        add(one.changePValue(), all);
        all.append('\n').append(one.obsStatus()).append('\n').append(one.confStatus());
        all.append('\n').append(one.method()).append('\n').append(one.source()).append('\n');
    }

    private static void add(@Nullable Double number, StringBuilder all) {
        all.append(' ').append(number == null ? "" : Long.toHexString(Double.doubleToLongBits(number)));
    }
}
