package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Labels;
import org.jspecify.annotations.Nullable;

/** The header of a crosstab: one to three rows of texts over the columns of figures. */
final class Banner {
    private final TableReader reader;
    private final Area area;
    private final String said;

    Banner(TableReader reader, Area area) {
        this.reader = reader;
        this.area = area;
        this.said = reader.block().table().breakdown();
    }

    /** A column of figures. */
    record Column(int at, String breakdown, String group) {}

    /** The columns of figures with their groups, read from the banner. */
    List<Column> columns(Block.Rows header, int firstFigure) {
        List<Column> columns = new ArrayList<>();
        for (int column = firstFigure; column <= area.columns(); column++) {
            List<String> texts = new ArrayList<>();
            for (int row = header.from(); row <= header.to(); row++) {
                String text = row < header.to() ? area.banner(row, column, firstFigure) : area.label(row, column);
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            boolean unnamed = area.label(header.to(), column).isEmpty();
            boolean empty = unnamed && !anyFigureBelow(header.to() + 1, column);
            if (texts.isEmpty() && !empty && !reader.ignored("")) {
                nameless(area.sheetRow(header.to()), column);
            }
            if (texts.isEmpty() || empty) {
                continue;
            }
            String own = texts.get(texts.size() - 1);
            if (reader.ignored(own) || reader.ignored(texts.get(0))) {
                continue;
            }
            if (reader.isTotal(own)) {
                columns.add(new Column(column, Breakdown.TOTAL, Breakdown.TOTAL));
            } else {
                Column grouped = grouped(texts, area.sheetRow(header.to()), column);
                if (grouped != null) {
                    columns.add(grouped);
                }
            }
        }
        if (columns.isEmpty()) {
            reader.faults()
                    .add(
                            Kind.PLACE_NOT_FOUND,
                            reader.sink().at(area.sheet(), area.sheetRow(header.to()), firstFigure),
                            "",
                            "no texts in rows " + area.sheetRow(header.from()) + " to " + area.sheetRow(header.to()),
                            "a header over the figures");
        }
        return columns;
    }

    private @Nullable Column grouped(List<String> texts, int row, int column) {
        Location at = reader.sink().at(area.sheet(), row, column);
        long position = TableReader.position(area.grid().info().number(), row, column);
        String groupText = texts.size() > 2 ? texts.get(1) + " – " + texts.get(2) : texts.get(texts.size() - 1);
        String breakdown;
        if (!said.isEmpty()) {
            breakdown = said;
        } else if (texts.size() > 1) {
            Codebook.Match match = reader.codebook().breakdown(texts.get(0), position);
            if (match.id() == null && reader.ignoresGroup(texts.get(0))) {
                return null;
            }
            if (match.id() == null) {
                reader.faults()
                        .add(Kind.UNKNOWN_GROUP, at, "", texts.get(0), Labels.expected(texts.get(0), match.known()));
                return null;
            }
            breakdown = match.id();
        } else {
            List<String> found = reader.codebook().breakdownOfGroup(groupText);
            if (found.isEmpty() && reader.ignoresGroup(groupText)) {
                return null;
            }
            if (found.isEmpty()) {
                reader.faults()
                        .add(
                                Kind.UNKNOWN_GROUP,
                                at,
                                "",
                                groupText,
                                "the text of everybody (under total), of a group of one breakdown, or one under ignore");
                return null;
            }
            return new Column(column, found.get(0), found.get(1));
        }
        if (reader.ignoresGroup(groupText)
                && reader.codebook().group(breakdown, groupText, position).id() == null) {
            return null;
        }
        String group = reader.group(breakdown, groupText, position, at);
        return group == null ? null : new Column(column, breakdown, group);
    }

    /** Figures under no text are nobody's. */
    private void nameless(int row, int column) {
        reader.faults()
                .add(
                        Kind.UNKNOWN_GROUP,
                        reader.sink().at(area.sheet(), row, column),
                        "",
                        "",
                        "a text over the figures of the column; ignore \"\" skips columns and rows without one");
    }

    /** Whether anything stands in a column from a row on. */
    private boolean anyFigureBelow(int from, int column) {
        for (int row = from; row <= area.rows(); row++) {
            if (!area.blank(row, column)) {
                return true;
            }
        }
        return false;
    }
}
