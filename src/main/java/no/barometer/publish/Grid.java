package no.barometer.publish;

import java.util.HashMap;
import java.util.Map;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/** A table's estimates by row and wave. */
final class Grid {
    /** A mean on a scale of five says nothing in whole numbers. */
    private static final int DECIMALS_OF_MEANS = 2;

    private record Cell(Estimate.Row row, String wave) {}

    private final Map<Cell, Estimate> cells = new HashMap<>();
    private final int decimals;

    Grid(TrendTable table) {
        decimals = table.decimals();
        for (Estimate estimate : table.estimates()) {
            Cell cell = new Cell(estimate.row(), estimate.wave().id());
            if (cells.put(cell, estimate) != null) {
                throw new IllegalStateException(
                        "Two estimates of " + cell + " in " + table.survey() + "/" + table.id());
            }
        }
    }

    @Nullable
    Estimate at(Estimate.Row row, Wave wave) {
        return cells.get(new Cell(row, wave.id()));
    }

    String printed(Estimate.Row row, Wave wave) {
        Estimate estimate = at(row, wave);
        return estimate == null ? "" : printed(row, estimate.value());
    }

    /** Percent and points with the table's decimals; means with two at least; other values as they are. */
    String printed(Estimate.Row row, @Nullable Double value) {
        int places = decimals(row);
        return places < 0 ? Figures.plain(value) : Figures.fixed(value, places);
    }

    /** How many decimals a row's figures are printed with; -1: as many as they have. */
    int decimals(Estimate.Row row) {
        if (row.unit().equals("percent") || row.unit().equals("points")) {
            return decimals;
        }
        return row.measure().equals("mean") ? Math.max(decimals, DECIMALS_OF_MEANS) : -1;
    }
}
