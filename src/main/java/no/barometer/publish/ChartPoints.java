package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import no.barometer.publish.chart.Chart.Point;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** The published figures of rows as points of a chart. What is withheld or missing is no point, and breaks the line. */
final class ChartPoints {
    private final TrendTable table;
    private final Words words;
    private final Grid grid;

    ChartPoints(TrendTable table, Words words) {
        this.table = table;
        this.words = words;
        grid = new Grid(table);
    }

    /** The points of a row, by wave. A wave in which nothing was asked is passed over. */
    List<Point> of(Estimate.Row row) {
        List<Point> points = new ArrayList<>();
        boolean gap = true;
        for (int i = 0; i < table.waves().size(); i++) {
            Estimate estimate = grid.at(row, table.waves().get(i));
            boolean broken = isBroken(row, i);
            gap = gap || broken || (estimate != null && estimate.obsStatus().contains("b"));
            if (estimate == null) {
                continue;
            }
            Double value = estimate.value();
            if (value == null) {
                gap = true;
                continue;
            }
            points.add(new Point(
                    i,
                    value,
                    estimate.ciLow(),
                    estimate.ciHigh(),
                    words.figure(grid.shown(estimate)),
                    estimate.obsStatus().contains("u"),
                    estimate.obsStatus().contains("f"),
                    !gap));
            gap = false;
        }
        return points;
    }

    boolean any(Estimate.Row row) {
        return !of(row).isEmpty();
    }

    boolean joined(Estimate.Row row) {
        return of(row).stream().anyMatch(Point::joined);
    }

    boolean banded(Estimate.Row row) {
        return of(row).stream().anyMatch(point -> point.low() != null && point.high() != null);
    }

    /** Indexes of waves in which any of the rows has a point. */
    SortedSet<Integer> waves(List<Estimate.Row> rows) {
        SortedSet<Integer> waves = new TreeSet<>();
        rows.forEach(row -> of(row).forEach(point -> waves.add(point.wave())));
        return waves;
    }

    /** Whether figures of a wave are not comparable with those of the one before. */
    boolean isBroken(Estimate.Row row, int wave) {
        return wave > 0
                && table.breaks().stream()
                        .filter(one -> one.concerns(row.question(), row.item()))
                        .anyMatch(one -> Breaks.between(
                                table,
                                one,
                                table.waves().get(wave - 1),
                                table.waves().get(wave)));
    }
}
