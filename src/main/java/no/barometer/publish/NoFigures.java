package no.barometer.publish;

import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** Why a table holds no figure that can be published. */
final class NoFigures {
    private NoFigures() {}

    /** The reason; empty where there is a figure. */
    static String reason(TrendTable table, Words words) {
        if (table.estimates().stream().anyMatch(one -> one.value() != null)) {
            return "";
        }
        if (table.estimates().isEmpty()) {
            return words.get("none.delivered");
        }
        boolean withheld =
                table.estimates().stream().anyMatch(one -> !one.confStatus().isEmpty());
        boolean unreliable = table.estimates().stream().map(Estimate::obsStatus).anyMatch(one -> one.contains("u"));
        return words.get(withheld ? "none.withheld" : unreliable ? "none.unreliable" : "none.missing");
    }
}
