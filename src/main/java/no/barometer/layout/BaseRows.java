package no.barometer.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.survey.Labels;
import no.barometer.survey.TableLayout;
import org.jspecify.annotations.Nullable;

/** The rows of a crosstab that hold bases, told by their texts. */
final class BaseRows {
    private final TableReader reader;
    private final TableLayout table;
    private final TextPattern unweighted;
    private final TextPattern weighted;
    private boolean awaited;
    private boolean anyUnweighted;
    private boolean anyWeighted;

    BaseRows(TableReader reader) {
        this.reader = reader;
        this.table = reader.block().table();
        this.unweighted = pattern(table.unweighted());
        this.weighted = pattern(table.weighted());
    }

    private static TextPattern pattern(String text) {
        return new TextPattern(text.isEmpty() ? List.of() : List.of(text));
    }

    /** The bases of a question, by column. */
    static final class Bases {
        private final Map<Integer, Double> unweighted = new LinkedHashMap<>();
        private final Map<Integer, Double> weighted = new LinkedHashMap<>();

        @Nullable
        Double unweighted(int column) {
            return unweighted.get(column);
        }

        @Nullable
        Double weighted(int column) {
            return weighted.get(column);
        }
    }

    boolean areAt(String label) {
        return unweighted.matches(label) || weighted.matches(label);
    }

    /** @param into null where the row is below no question that is read */
    void read(@Nullable Bases into, Area area, int row, String label, List<Banner.Column> columns) {
        boolean isUnweighted = unweighted.matches(label);
        anyUnweighted |= isUnweighted;
        anyWeighted |= !isUnweighted;
        if (into != null) {
            read(isUnweighted ? into.unweighted : into.weighted, area, row, columns);
        }
    }

    private void read(Map<Integer, Double> into, Area area, int row, List<Banner.Column> columns) {
        for (Banner.Column column : columns) {
            Location at = reader.sink().at(area.sheet(), area.sheetRow(row), column.at());
            Double base = reader.figures().base(area.figure(row, column.at()), at);
            if (base != null) {
                Double earlier = into.putIfAbsent(column.at(), base);
                if (earlier != null && !earlier.equals(base)) {
                    reader.faults().add(Kind.CONTRADICTING_BASES, at, "", earlier + " and " + base, "one base");
                }
            }
        }
    }

    /** The first figure of a row of nothing but numbers above 100, as a row of bases is; empty for other rows. */
    static String like(Area area, int row, List<Banner.Column> columns) {
        String first = "";
        for (Banner.Column column : columns) {
            Figures.Cell cell = area.figure(row, column.at());
            if (Figures.blank(cell)) {
                continue;
            }
            boolean large = cell.kind() == CellKind.NUMBER
                    ? cell.number() > 100
                    : Numbers.read(cell.text(), "") instanceof Numbers.Plain plain && plain.value() > 100;
            if (!large) {
                return "";
            }
            first = first.isEmpty() ? Labels.tidy(cell.text()) : first;
        }
        return first;
    }

    /** A table was met: the file must have the rows that the definition names. */
    void awaited() {
        awaited = true;
    }

    /** Tells of rows that the definition names and the file does not have: figures would lose their intervals. */
    void close(String delivery) {
        if (awaited && !unweighted.isEmpty() && !anyUnweighted) {
            missing(delivery, "unweighted", table.unweighted());
        }
        if (awaited && !weighted.isEmpty() && !anyWeighted) {
            missing(delivery, "weighted", table.weighted());
        }
    }

    private void missing(String delivery, String which, String pattern) {
        reader.faults()
                .add(
                        Kind.PLACE_NOT_FOUND,
                        Location.of(delivery),
                        which,
                        "no such text beside the figures",
                        "a row \"" + pattern + "\" of " + which + " bases");
    }
}
