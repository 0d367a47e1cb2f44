package no.barometer.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.TableLayout;
import org.jspecify.annotations.Nullable;

/** The columns of a series that say what a row is of. */
final class RowKeys {
    private final TableReader reader;
    private final Area area;
    private final Columns header;
    private final int headerRow;
    private final List<Key> question;
    private final List<Key> item;
    private final List<Key> answer;
    private final Map<String, List<Key>> breakdowns = new LinkedHashMap<>();
    private int last;

    RowKeys(TableReader reader, Area area, int headerRow) {
        TableLayout table = reader.block().table();
        this.reader = reader;
        this.area = area;
        this.headerRow = headerRow;
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= area.columns(); column++) {
            texts.add(area.own(headerRow, column));
        }
        this.header = new Columns(texts, reader.sink().at(area.sheet(), area.sheetRow(headerRow), 1), reader.faults());
        question = keys(table.question());
        boolean nothingSaid = table.item() instanceof Place.Unsaid
                && table.answer() instanceof Place.Unsaid
                && table.breakdowns().isEmpty()
                && question.isEmpty();
        item = nothingSaid ? keys(new Place.Column("A", false)) : keys(table.item());
        answer = keys(table.answer());
        table.breakdowns().forEach((id, place) -> breakdowns.put(id, keys(place)));
    }

    /** How many columns the header has. */
    int width() {
        return header.width();
    }

    /** The last column that says something; figures stand behind it. */
    int last() {
        return last;
    }

    int headerRow() {
        return headerRow;
    }

    /** One key: a column, and which of the keys packed in it (-1: the whole text). */
    private record Key(int column, int packed) {}

    private List<Key> keys(Place place) {
        List<Key> keys = new ArrayList<>();
        if (place instanceof Place.Column column) {
            keys.add(key(column));
        } else if (place instanceof Place.Columns several) {
            several.names().forEach(name -> keys.add(key(new Place.Column(name, false))));
        }
        keys.forEach(key -> last = Math.max(last, key.column()));
        return keys;
    }

    private Key key(Place.Column place) {
        for (int column = 1; column <= header.count(); column++) {
            String[] packed = header.text(column).split("[,\\\\/;]");
            for (int i = 0; packed.length > 1 && i < packed.length; i++) {
                if (Labels.key(packed[i]).equals(Labels.key(place.name())) && header.find(place.name()) == 0) {
                    return new Key(column, i);
                }
            }
        }
        return new Key(header.require(place), -1);
    }

    /** Whether a codebook says which rows there must be. */
    boolean declared() {
        return reader.declares(onlyQuestion());
    }

    private String onlyQuestion() {
        String only = reader.onlyQuestion().question();
        return only == null ? "" : only;
    }

    String text(int row) {
        for (int column = 1; column <= Math.max(1, last); column++) {
            String text = area.label(row, column);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private String text(int row, List<Key> keys) {
        List<String> texts = new ArrayList<>();
        for (Key key : keys) {
            String whole = area.label(row, key.column());
            String[] packed = whole.split(",");
            texts.add(key.packed() < 0 ? whole : key.packed() < packed.length ? Labels.tidy(packed[key.packed()]) : "");
        }
        return String.join(" – ", texts);
    }

    /** Whether a text that says what the row is of is one to be skipped. */
    boolean ignored(int row) {
        return reader.ignored(text(row))
                || (!question.isEmpty() && reader.ignoresQuestion(text(row, question)))
                || Stream.of(item, answer).anyMatch(keys -> !keys.isEmpty() && reader.ignored(text(row, keys)))
                || breakdowns.entrySet().stream()
                        .anyMatch(one -> reader.ignoresGroup(one.getKey(), text(row, one.getValue())));
    }

    /** What the row's figures are of; null after a fault. */
    TableSink.@Nullable Key of(int row) {
        Location at = reader.sink().at(area.sheet(), area.sheetRow(row), Math.max(1, last));
        long position = TableReader.position(area.grid().info().number(), area.sheetRow(row), 1);
        Codebook.QuestionMatch match =
                question.isEmpty() ? reader.onlyQuestion() : reader.question(text(row, question), position, at);
        String id = match.question();
        if (id == null) {
            if (question.isEmpty()) {
                reader.faults()
                        .add(Kind.PLACE_NOT_FOUND, at, "question", "nothing said of it", "the question's place or id");
            }
            return null;
        }
        String itemId = match.item();
        if (!item.isEmpty()) {
            itemId = reader.item(id, text(row, item), position, at);
        }
        String answerId =
                answer.isEmpty() || itemId == null ? "" : reader.answer(id, itemId, text(row, answer), position, at);
        if (itemId == null || answerId == null) {
            return null;
        }
        Codebook.Grouped group = reader.grouped(
                breakdowns.entrySet().stream()
                        .collect(
                                LinkedHashMap::new,
                                (map, entry) -> map.put(entry.getKey(), text(row, entry.getValue())),
                                Map::putAll),
                position,
                at);
        return group == null ? null : new TableSink.Key("", id, itemId, answerId, group.breakdown(), group.group(), "");
    }
}
