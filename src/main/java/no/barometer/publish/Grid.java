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

    private record Cell(Estimate.Row row, String wave) {
        /** A record's own takes several times as long. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cell same && wave.equals(same.wave) && row.equals(same.row);
        }

        @Override
        public int hashCode() {
            return row.hashCode() * 31 + wave.hashCode();
        }
    }

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

    /** A figure as pages and pictures show it: a printed one with no more decimals than its source gives it. */
    String shown(Estimate estimate) {
        return shown(estimate, estimate.value());
    }

    /** A figure that belongs to an estimate, such as a bound of its interval, shown as the estimate is. */
    String shown(Estimate estimate, @Nullable Double value) {
        int places = places(estimate);
        return places < 0 ? Figures.plain(value) : Figures.fixed(value, places);
    }

    /** How many decimals an estimate is shown with; -1: as many as it has. */
    int places(Estimate estimate) {
        int places = decimals(estimate.row());
        return estimate.isPrinted() ? Math.min(places, decimals(estimate.value())) : places;
    }

    private static int decimals(@Nullable Double value) {
        String plain = Figures.plain(value);
        return plain.indexOf('.') < 0 ? 0 : plain.length() - plain.indexOf('.') - 1;
    }

    /** How many decimals a row's figures are printed with; -1: as many as they have. */
    int decimals(Estimate.Row row) {
        if (row.unit().equals("percent") || row.unit().equals("points")) {
            return decimals;
        }
        return row.measure().equals("mean") ? Math.max(decimals, DECIMALS_OF_MEANS) : -1;
    }
}
