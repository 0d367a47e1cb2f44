package no.barometer.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.Grid;
import no.barometer.survey.Block;
import no.barometer.survey.Place;
import no.barometer.survey.TableLayout;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** Answers down, groups across, under a banner of one to three header rows. */
final class Crosstab {
    private final TableReader reader;
    private final Block block;
    private final TableLayout table;
    private final BaseRows bases;
    private final Map<TextPattern, String> measures = new LinkedHashMap<>();

    Crosstab(TableReader reader) {
        this.reader = reader;
        this.block = reader.block();
        this.table = block.table();
        this.bases = new BaseRows(reader);
        table.measures().forEach((text, measure) -> measures.put(new TextPattern(List.of(text)), measure));
    }

    /** Rows of an answer that wait for the question's base. */
    private record Row(String item, String answer, String measure, int at) {}

    /** A question with what was read of it so far. */
    private static final class Open {
        private final String question;
        private final String item;
        private final List<Row> rows = new ArrayList<>();
        private final BaseRows.Bases bases = new BaseRows.Bases();

        private Open(String question, String item) {
            this.question = question;
            this.item = item;
        }
    }

    void read(Grid grid) {
        List<Area> areas = Area.of(grid, block);
        if (areas.isEmpty()) {
            reader.faults()
                    .add(
                            Kind.NOTHING_READ,
                            reader.sink().at(grid.info().name(), 1, 1),
                            "",
                            "no cell like " + table.begin(),
                            "the beginning of each table");
        }
        for (Area area : areas) {
            Wave wave = reader.wave(area);
            if (wave != null) {
                bases.awaited();
                read(area, wave);
            }
        }
    }

    /** Tells of bases that the file does not have. */
    void close(String delivery) {
        bases.close(delivery);
    }

    private void read(Area area, Wave wave) {
        int questionColumn = column(table.question());
        boolean itemsDown = table.answer() instanceof Place.Unsaid && table.item() instanceof Place.Column;
        int answerColumn = Math.max(1, column(itemsDown ? table.item() : table.answer()));
        int firstFigure = Math.max(questionColumn, answerColumn) + 1;
        Block.Rows header = block.header().said() ? block.header() : new Block.Rows(1, 1);
        List<Banner.Column> columns = new Banner(reader, area).columns(header, firstFigure);
        Open open = questionColumn > 0 ? null : opening(area, wave);
        boolean anyQuestion = questionColumn == 0;
        for (int row = header.to() + 1; row <= area.rows(); row++) {
            String question = questionColumn > 0 ? area.own(row, questionColumn) : "";
            boolean anyFigure = anyFigure(area, row, firstFigure);
            // a row of bases may have its text where questions have theirs
            boolean base = area.own(row, answerColumn).isEmpty() && bases.areAt(question);
            boolean opens = !question.isEmpty() && !base && (questionColumn != answerColumn || !anyFigure);
            anyQuestion |= opens;
            if (anyFigure && !anyQuestion) {
                homeless(area, row, answerColumn);
            }
            if (opens && !reader.ignoresQuestion(question)) {
                close(open, area, wave, columns);
                open = open(question, area, row, questionColumn);
            } else if (opens && questionColumn != answerColumn && reader.ignoresQuestion(question)) {
                close(open, area, wave, columns);
                open = null;
            }
            if (base) {
                bases.read(open == null ? null : open.bases, area, row, question, columns);
            } else if (anyFigure || !area.own(row, answerColumn).isEmpty()) {
                row += row(open, area, row, answerColumn, questionColumn, anyFigure, columns);
            }
        }
        close(open, area, wave, columns);
    }

    /** Figures above the first question are nobody's. */
    private void homeless(Area area, int row, int answerColumn) {
        String label = area.own(row, answerColumn);
        if (!reader.ignored(label)) {
            reader.faults()
                    .add(
                            Kind.UNKNOWN_QUESTION,
                            reader.sink().at(area.sheet(), area.sheetRow(row), answerColumn),
                            "",
                            label,
                            "a question above these figures");
        }
    }

    private static int column(Place place) {
        return place instanceof Place.Column column ? no.barometer.problem.CellReference.column(column.name()) : 0;
    }

    private @Nullable Open opening(Area area, Wave wave) {
        Place place = table.question();
        if (place instanceof Place.Cell || place instanceof Place.Row || place instanceof Place.SheetName) {
            String text = area.text(place);
            if (reader.ignoresQuestion(text)) {
                return null;
            }
            int row = place instanceof Place.Cell cell ? cell.row() : place instanceof Place.Row one ? one.from() : 1;
            return open(text, area, row, place instanceof Place.Cell cell ? cell.column() : 1);
        }
        Codebook.QuestionMatch only = reader.onlyQuestion();
        if (only.question() == null) {
            reader.faults()
                    .add(
                            Kind.PLACE_NOT_FOUND,
                            reader.sink().at(area.sheet(), 1, 1),
                            "",
                            "nothing said of it",
                            "the question's place or id (for wave " + wave.id() + ")");
            return null;
        }
        return new Open(only.question(), only.item());
    }

    private @Nullable Open open(String text, Area area, int row, int column) {
        int sheetRow = area.sheetRow(row);
        Codebook.QuestionMatch match = reader.question(
                text,
                TableReader.position(area.grid().info().number(), sheetRow, column),
                reader.sink().at(area.sheet(), sheetRow, column));
        return match.question() == null ? null : new Open(match.question(), match.item());
    }

    private static boolean anyFigure(Area area, int row, int firstFigure) {
        for (int column = firstFigure; column <= area.columns(); column++) {
            if (!area.blank(row, column)) {
                return true;
            }
        }
        return false;
    }

    /** Takes in one row; how many more it used up. */
    private int row(
            @Nullable Open open,
            Area area,
            int row,
            int answerColumn,
            int questionColumn,
            boolean anyFigure,
            List<Banner.Column> columns) {
        String label = area.own(row, answerColumn);
        if (bases.areAt(label)) {
            bases.read(open == null ? null : open.bases, area, row, label, columns);
            return 0;
        }
        if (open == null) {
            return 0;
        }
        if (reader.ignored(label) || (!anyFigure && questionColumn == answerColumn)) {
            return 0;
        }
        Location at = reader.sink().at(area.sheet(), area.sheetRow(row), answerColumn);
        if (label.isEmpty()) {
            reader.faults()
                    .add(
                            Kind.UNKNOWN_ANSWER,
                            at,
                            "",
                            "",
                            "an answer at every figure, where header and answers say; ignore \"\" skips rows without one");
            return 0;
        }
        String measure = measure(label);
        if (measure.equals("skip")) {
            return 0;
        }
        if (!measure.isEmpty()) {
            open.rows.add(new Row(open.item, "", measure, row));
            return 0;
        }
        if (!anyFigure && !area.blank(row, answerColumn) && table.eachAnswer().isEmpty() && !table.emptyIsWithheld()) {
            return heading(label, open, at);
        }
        long position = TableReader.position(area.grid().info().number(), area.sheetRow(row), answerColumn);
        boolean itemsDown = table.answer() instanceof Place.Unsaid && table.item() instanceof Place.Column;
        if (table.eachAnswer().isEmpty() && reader.share() && !known(open, label, itemsDown)) {
            String figure = BaseRows.like(area, row, columns);
            if (!figure.isEmpty()) {
                reader.faults()
                        .add(
                                Kind.IMPOSSIBLE_PERCENTAGE,
                                at,
                                "",
                                figure,
                                "0 to 100, or \"" + label + "\" under bases if these are numbers of respondents");
                return 0;
            }
        }
        String answer = itemsDown ? "" : reader.answer(open.question, open.item, label, position, at);
        String item = itemsDown ? reader.item(open.question, label, position, at) : open.item;
        int more = more(area, row, answerColumn, questionColumn);
        int share = Math.max(0, table.eachAnswer().indexOf("share"));
        if (answer != null && item != null && share <= more) {
            open.rows.add(new Row(item, answer, reader.share() ? "share" : "value", row + share));
        }
        return more;
    }

    /** How many more rows an answer has: as many as each has, with a fault where one with a text of its own comes before. */
    private int more(Area area, int row, int answerColumn, int questionColumn) {
        List<String> rows = table.eachAnswer();
        for (int more = 1; more < rows.size(); more++) {
            int column = another(area, row, more, answerColumn)
                    ? answerColumn
                    : another(area, row, more, questionColumn) ? questionColumn : 0;
            boolean end = row + more > area.rows() && more <= rows.indexOf("share");
            if (column > 0 || end) {
                reader.faults()
                        .add(
                                Kind.PLACE_NOT_FOUND,
                                reader.sink()
                                        .at(area.sheet(), area.sheetRow(row + more), Math.max(answerColumn, column)),
                                "",
                                end ? "the end" : '"' + area.own(row + more, column) + '"',
                                "the row of the " + rows.get(more) + " of \"" + area.own(row, answerColumn) + '"');
                return more - 1;
            }
        }
        return Math.max(0, rows.size() - 1);
    }

    /** Whether a later row has another text than an answer's first row. */
    private static boolean another(Area area, int row, int more, int column) {
        String text = column == 0 ? "" : area.own(row + more, column);
        return !text.isEmpty() && !text.equals(area.own(row, column));
    }

    private boolean known(Open open, String label, boolean itemsDown) {
        return itemsDown
                ? reader.declares(open.question)
                        && reader.codebook().item(open.question, label, 0).id() != null
                : reader.declaresAnswers(open.question)
                        && reader.codebook()
                                        .answer(open.question, open.item, label, 0)
                                        .id()
                                != null;
    }

    /** A text without figures between answers is a heading that must be named under ignore. */
    private int heading(String label, Open open, Location at) {
        reader.faults().add(Kind.TEXT_WITHOUT_FIGURES, at, open.question, label, "figures beside it");
        return 0;
    }

    private String measure(String label) {
        for (Map.Entry<TextPattern, String> one : measures.entrySet()) {
            if (one.getKey().matches(label)) {
                return one.getValue();
            }
        }
        return "";
    }

    private void close(@Nullable Open open, Area area, Wave wave, List<Banner.Column> columns) {
        if (open == null) {
            return;
        }
        reader.universe(area, wave, open.question);
        for (Row row : open.rows) {
            for (Banner.Column column : columns) {
                Location at = reader.sink().at(area.sheet(), area.sheetRow(row.at()), column.at());
                Figures.Figure figure =
                        reader.figure(area, row.at(), column.at(), row.measure().equals("share"), at);
                if (figure != null) {
                    reader.sink()
                            .add(
                                    wave,
                                    new TableSink.Key(
                                            wave.id(),
                                            open.question,
                                            row.item(),
                                            row.answer(),
                                            column.breakdown(),
                                            column.group(),
                                            row.measure()),
                                    figure,
                                    open.bases.unweighted(column.at()),
                                    open.bases.weighted(column.at()),
                                    area.sheet(),
                                    area.sheetRow(row.at()),
                                    column.at());
                }
            }
        }
    }
}
