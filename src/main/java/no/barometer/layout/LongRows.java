package no.barometer.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.TableLayout;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** One figure a row. */
final class LongRows implements RowSink {
    private final TableReader reader;
    private final Block block;
    private final TableLayout table;
    private final SheetChoice sheets;
    private final WaveFinder waves;
    private String sheetName = "";
    private int sheetNumber;
    private @Nullable Columns header;
    private long rows;

    LongRows(TableReader reader, WaveFinder waves) {
        this.reader = reader;
        this.block = reader.block();
        this.table = block.table();
        this.sheets = new SheetChoice(block.sheets());
        this.waves = waves;
    }

    @Override
    public boolean sheet(SheetInfo sheet) {
        sheetName = sheet.name();
        sheetNumber = sheet.number();
        header = null;
        return sheets.wants(sheet);
    }

    @Override
    public void row(SourceRow row) {
        if (header == null) {
            if (!block.header().said() || row.number() >= block.header().to()) {
                List<String> texts = new ArrayList<>();
                for (int column = 1; column <= row.width(); column++) {
                    texts.add(row.text(column));
                }
                header = new Columns(texts, reader.sink().at(sheetName, row.number(), 1), reader.faults());
            }
            return;
        }
        figure(row, header);
    }

    private void figure(SourceRow row, Columns columns) {
        int figureColumn = column(table.figure(), columns);
        if (figureColumn == 0 || (reader.ignoresAnything() && ignored(row, columns))) {
            return;
        }
        Location at = reader.sink().at(sheetName, row.number(), figureColumn);
        if (sheetName.isEmpty() && row.fields() != columns.count()) {
            reader.faults()
                    .add(Kind.UNEVEN_RECORD, at, "", row.fields() + " fields", columns.count() + " as in the header");
            return;
        }
        rows++;
        long position = TableReader.position(sheetNumber, row.number(), figureColumn);
        Wave wave = block.wave() instanceof Place.Column place
                ? waves.inText(row.text(columns.require(place)), at(place, columns, row, at), reader.faults())
                : waves.ofFile(sheetName, at, reader.faults());
        String questionText = text(table.question(), columns, row);
        Codebook.QuestionMatch match = table.question() instanceof Place.Column
                ? reader.question(questionText, position, at(table.question(), columns, row, at))
                : reader.onlyQuestion();
        String question = match.question();
        if (wave == null || question == null) {
            if (question == null && !(table.question() instanceof Place.Column)) {
                reader.faults()
                        .add(Kind.PLACE_NOT_FOUND, at, "question", "nothing said of it", "the question's place or id");
            }
            return;
        }
        String itemText = text(table.item(), columns, row);
        Location itemAt = at(table.item(), columns, row, at);
        String item = itemText.isEmpty() ? match.item() : reader.item(question, itemText, position, itemAt);
        if (item == null) {
            return;
        }
        String answerText = text(table.answer(), columns, row);
        Location answerAt = at(table.answer(), columns, row, at);
        String answer = answerText.isEmpty() ? "" : reader.answer(question, item, answerText, position, answerAt);
        if (item.isEmpty() && table.item() instanceof Place.Column && reader.declares(question)) {
            reader.blank(Kind.UNKNOWN_ITEM, itemAt);
            return;
        }
        if (answerText.isEmpty() && table.answer() instanceof Place.Column && reader.declaresAnswers(question)) {
            reader.blank(Kind.UNKNOWN_ANSWER, answerAt);
            return;
        }
        Map<String, String> groups = new LinkedHashMap<>();
        table.breakdowns().forEach((id, place) -> groups.put(id, text(place, columns, row)));
        Place first = groups.keySet().stream()
                .findFirst()
                .map(table.breakdowns()::get)
                .orElse(table.figure());
        Codebook.Grouped group = reader.grouped(groups, position, at(first, columns, row, at));
        Figures.Figure figure = reader.figures().read(cell(row, figureColumn), reader.share(), at);
        if (answer == null || group == null || figure == null) {
            return;
        }
        String status = text(table.status(), columns, row);
        if (!status.isEmpty()) {
            figure = reader.figures().flagged(figure, status, at(table.status(), columns, row, at));
        }
        if (figure != null) {
            reader.sink()
                    .add(
                            wave,
                            new TableSink.Key(
                                    wave.id(),
                                    question,
                                    item,
                                    answer,
                                    group.breakdown(),
                                    group.group(),
                                    reader.share() ? "share" : "value"),
                            figure,
                            base(table.base(), columns, row),
                            base(table.weightedBase(), columns, row),
                            sheetName,
                            row.number(),
                            figureColumn);
        }
    }

    /** Whether a text that says what the row is of is one to be skipped. */
    private boolean ignored(SourceRow row, Columns columns) {
        return reader.ignored(row.text(1))
                || Stream.of(block.wave(), table.item(), table.answer())
                        .anyMatch(place -> place instanceof Place.Column && reader.ignored(text(place, columns, row)))
                || (table.question() instanceof Place.Column
                        && reader.ignoresQuestion(text(table.question(), columns, row)))
                || table.breakdowns().entrySet().stream()
                        .anyMatch(one -> reader.ignoresGroup(one.getKey(), text(one.getValue(), columns, row)));
    }

    /** Where a key of the row stands; the figure's place for one that has no column. */
    private Location at(Place place, Columns columns, SourceRow row, Location figure) {
        int column = column(place, columns);
        return column == 0 ? figure : reader.sink().at(sheetName, row.number(), column);
    }

    private @Nullable Double base(Place place, Columns columns, SourceRow row) {
        int column = column(place, columns);
        return column == 0
                ? null
                : reader.figures().base(cell(row, column), reader.sink().at(sheetName, row.number(), column));
    }

    private static Figures.Cell cell(SourceRow row, int column) {
        return new Figures.Cell(row.kind(column), row.text(column), row.number(column), row.percent(column));
    }

    private static int column(Place place, Columns columns) {
        return place instanceof Place.Column column ? columns.require(column) : 0;
    }

    private static String text(Place place, Columns columns, SourceRow row) {
        if (place instanceof Place.Literal literal) {
            return literal.text();
        }
        int column = column(place, columns);
        return column == 0 ? "" : Labels.tidy(row.text(column));
    }

    long rows() {
        return rows;
    }

    SheetChoice sheets() {
        return sheets;
    }
}
