package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.Grid;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.TableLayout;
import no.barometer.survey.Wave;
import no.barometer.survey.Waves;

/** Items (or groups) down, waves across. */
final class Series {
    private final TableReader reader;
    private final Block block;
    private final TableLayout table;
    private final Map<String, Wave> periods;

    Series(TableReader reader, Map<String, Wave> periods) {
        this.reader = reader;
        this.block = reader.block();
        this.table = block.table();
        this.periods = periods;
    }

    /** A column of figures; {@code status} is what a mark at its header says. */
    private record Column(int at, Wave wave, String status) {}

    void read(Grid grid) {
        for (Area area : Area.of(grid, block)) {
            read(area);
        }
    }

    private void read(Area area) {
        int header = headerRow(area);
        if (header == 0) {
            reader.faults()
                    .add(
                            Kind.PLACE_NOT_FOUND,
                            reader.sink().at(area.sheet(), 1, 1),
                            "",
                            "no row with two waves or more",
                            "a header row with waves, or its number");
            return;
        }
        RowKeys keys = new RowKeys(reader, area, header);
        List<Column> columns = columns(area, header, keys);
        if (columns.isEmpty()) {
            if (area.rows() > 0 && !reader.faults().anyError()) {
                reader.faults()
                        .add(
                                Kind.PLACE_NOT_FOUND,
                                reader.sink().at(area.sheet(), area.sheetRow(header), 1),
                                "",
                                "no wave in row " + header + waves(area, header),
                                "a header row with waves, or its number");
            }
            return;
        }
        for (int row = header + 1; row <= area.rows(); row++) {
            row(area, row, keys, columns);
        }
    }

    /** The next row that has waves, which may be the one that is meant. */
    private String waves(Area area, int header) {
        for (int row = 1; row <= Math.min(area.rows(), 50); row++) {
            for (int column = 1; row != header && column <= area.columns(); column++) {
                if (Waves.in(area.own(row, column), periods).isPresent()) {
                    return "; row " + row + " has \"" + area.own(row, column) + '"';
                }
            }
        }
        return "";
    }

    private int headerRow(Area area) {
        if (block.wave() instanceof Place.Row row) {
            return row.from();
        }
        if (block.header().said()) {
            return block.header().to();
        }
        for (int row = 1; row <= Math.min(area.rows(), 50); row++) {
            int waves = 0;
            for (int column = 1; column <= area.columns(); column++) {
                waves += Waves.in(area.own(row, column), periods).isPresent() ? 1 : 0;
            }
            if (waves >= 2) {
                return row;
            }
        }
        return 0;
    }

    private List<Column> columns(Area area, int header, RowKeys keys) {
        List<Column> columns = new ArrayList<>();
        for (int column = keys.last() + 1; column <= area.columns(); column++) {
            String text = area.label(header, column);
            if (text.isEmpty() || reader.ignored(text)) {
                continue;
            }
            Location at = reader.sink().at(area.sheet(), area.sheetRow(header), column);
            String mark = mark(text);
            Wave wave = reader.wave(
                    mark.isEmpty() ? text : Labels.tidy(text.substring(0, text.length() - mark.length())), at);
            if (wave != null) {
                columns.add(new Column(column, wave, reader.figures().status(mark)));
            }
        }
        return columns;
    }

    /** A footnote mark with which a header ends. */
    private String mark(String text) {
        String longest = "";
        for (String mark : table.marks().keySet()) {
            if (text.endsWith(mark) && text.length() > mark.length() && mark.length() > longest.length()) {
                longest = mark;
            }
        }
        return longest;
    }

    private void row(Area area, int row, RowKeys keys, List<Column> columns) {
        String first = keys.text(row);
        boolean ignored = keys.ignored(row);
        if (ignored || columns.stream().allMatch(column -> area.blank(row, column.at()))) {
            if (!first.isEmpty() && !ignored && keys.declared()) {
                reader.faults()
                        .add(
                                Kind.TEXT_WITHOUT_FIGURES,
                                reader.sink().at(area.sheet(), area.sheetRow(row), 1),
                                "",
                                first,
                                "figures beside it");
            }
            return;
        }
        TableSink.Key about = keys.of(row);
        if (about == null) {
            return;
        }
        if (beyond(area, row, keys)) {
            return;
        }
        withoutWave(area, row, keys);
        boolean share = reader.share();
        for (Column column : columns) {
            Location at = reader.sink().at(area.sheet(), area.sheetRow(row), column.at());
            Figures.Figure figure = reader.figure(area, row, column.at(), share, at);
            if (figure != null) {
                reader.sink()
                        .add(
                                column.wave(),
                                new TableSink.Key(
                                        column.wave().id(),
                                        about.question(),
                                        about.item(),
                                        about.answer(),
                                        about.breakdown(),
                                        about.group(),
                                        share ? "share" : "value"),
                                figure.with(column.status()),
                                null,
                                null,
                                area.sheet(),
                                area.sheetRow(row),
                                column.at());
            }
        }
    }

    /** Whether a line of a text file has more fields than the header, with a fault: 40,5 between commas is two fields. */
    private boolean beyond(Area area, int row, RowKeys keys) {
        int width = keys.width();
        for (int column = area.columns(); area.sheet().isEmpty() && column > width; column--) {
            if (!area.blank(row, column)) {
                reader.faults()
                        .add(
                                Kind.UNEVEN_RECORD,
                                reader.sink().at("", area.sheetRow(row), column),
                                "",
                                column + " fields",
                                width + " as in the header");
                return true;
            }
        }
        return false;
    }

    /** Numbers below nothing: no reader may pass over them as if they were not there. */
    private void withoutWave(Area area, int row, RowKeys keys) {
        for (int column = keys.last() + 1; column <= area.columns(); column++) {
            if (area.label(keys.headerRow(), column).isEmpty() && isNumber(area, row, column)) {
                reader.faults()
                        .add(
                                Kind.WAVE_NOT_FOUND,
                                reader.sink().at(area.sheet(), area.sheetRow(row), column),
                                CellReference.letters(column),
                                "the header, which is blank above figures",
                                "a wave there, or no figures");
            }
        }
    }

    private static boolean isNumber(Area area, int row, int column) {
        return area.cell(row, column).kind() == CellKind.NUMBER
                || (!area.blank(row, column) && Numbers.read(area.own(row, column), "") instanceof Numbers.Plain);
    }
}
