package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Design;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** What a respondent's row holds besides answers and groups: the wave, the weight, and the place in the design. */
final class Background implements AnswerReader.Places {
    /** Labels are few and come again; ids of a panel are neither. */
    private static final int KNOWN_LABELS = 1 << 14;

    private final Block block;
    private final Design design;
    private final String delivery;
    private final WaveFinder waveFinder;
    private final Faults faults;
    private final SheetChoice sheets;
    private final Set<String> missing;
    private final NumberReader numbers;
    private final TextPattern ignore;

    private String sheetName = "";
    private final List<String> headerTexts = new ArrayList<>();
    private @Nullable Header header;
    private final SortedMap<String, Wave> waves = new TreeMap<>();
    private final Known<Wave> waveOfText = new Known<>();
    /** Apart: the same text of two columns would be met as two. */
    private final Known<String> strata = new Known<>();

    private final Known<String> psus = new Known<>();
    private final Known<String> ids = new Known<>();

    Background(Survey survey, Block block, String delivery, WaveFinder waveFinder, Faults faults) {
        this.block = block;
        this.design = Designs.of(survey, block);
        this.delivery = delivery;
        this.waveFinder = waveFinder;
        this.faults = faults;
        this.sheets = new SheetChoice(block.sheets());
        this.missing = Coder.keys(block.missing());
        this.numbers = new NumberReader(Locales.of(survey, block), faults);
        this.ignore = new TextPattern(block.table().ignore());
    }

    /** Columns bound once the header is known; 0 where there is none. */
    private record Header(Columns columns, int wave, int weight, int stratum, int psu, int id, int size) {
        boolean reads(int column) {
            return List.of(wave, weight, stratum, psu, id, size).contains(column);
        }
    }

    /** Begins a sheet; whether its rows are wanted. */
    boolean sheet(SheetInfo info) {
        sheetName = info.name();
        header = null;
        headerTexts.clear();
        return sheets.wants(info);
    }

    /** Reads a row of the header, or above it; its columns with the last one, else null. */
    @Nullable
    Columns header(SourceRow row) {
        if (block.header().said() && row.number() < block.header().from()) {
            return null;
        }
        for (int column = 1; column <= row.fields(); column++) {
            String text = Labels.tidy(row.text(column));
            if (column > headerTexts.size()) {
                headerTexts.add(text);
            } else {
                headerTexts.set(column - 1, (headerTexts.get(column - 1) + " " + text).strip());
            }
        }
        if (block.header().said() && row.number() < block.header().to()) {
            return null;
        }
        Columns columns = new Columns(headerTexts, at(row, 0), faults);
        header = new Header(
                columns,
                block.wave() instanceof Place.Column place ? columns.require(place) : 0,
                named(columns, design.weight()),
                named(columns, design.stratum()),
                named(columns, design.psu()),
                design.panel() ? named(columns, design.id()) : 0,
                named(columns, design.size()));
        return columns;
    }

    /** The column of a header, with a fault if it is missing; 0 where none is named. */
    static int named(Columns columns, String name) {
        return name.isEmpty() ? 0 : columns.require(name);
    }

    private Header bound() {
        if (header == null) {
            throw new IllegalStateException("no header yet");
        }
        return header;
    }

    /** Whether the row has as many fields as the header; else a fault. */
    boolean even(SourceRow row) {
        int count = bound().columns().count();
        if (!sheetName.isEmpty() || row.fields() == count) {
            return true;
        }
        faults.add(
                Kind.UNEVEN_RECORD,
                Location.line(delivery, row.number()),
                "",
                row.fields() + " fields",
                count + " as in the header");
        return false;
    }

    /** Whether nothing stands in the row but one text, that of its last cell. */
    private static boolean lone(SourceRow row) {
        int column = 1;
        while (column < row.width() && row.kind(column) == CellKind.BLANK) {
            column++;
        }
        return column == row.width();
    }

    /** Whether the row is a note that the block says to ignore. */
    boolean ignored(SourceRow row) {
        return !ignore.isEmpty() && lone(row) && ignore.matches(row.text(row.width()));
    }

    /**
     * Whether the row is a note below the data rather than a respondent, with a fault: a single text where nothing is read.
     * Who answered nothing has a weight, a group or the like, or an id in the column that the design names.
     *
     * @param read whether a column is read for answers or groups
     */
    boolean note(SourceRow row, IntPredicate read) {
        int column = row.width();
        if (!lone(row) || read.test(column) || bound().reads(column) || isId(column)) {
            return false;
        }
        faults.add(
                Kind.TEXT_WITHOUT_FIGURES,
                at(row, column),
                header(column),
                Labels.tidy(row.text(column)),
                "an answer, a group or a weight in its row, or its column as id under design");
        return true;
    }

    private boolean isId(int column) {
        return !design.id().isEmpty() && Labels.key(design.id()).equals(Labels.key(header(column)));
    }

    /** Whether there are PSUs other than the respondents. */
    boolean hasPsus() {
        return bound().psu() > 0;
    }

    @Nullable
    Wave wave(SourceRow row) {
        int column = bound().wave();
        String text = column > 0 ? row.text(column) : "";
        Wave known = waveOfText.get(text);
        if (known != null) {
            return known;
        }
        Wave wave = column > 0
                ? waveFinder.inText(text, at(row, column), faults)
                : waveFinder.ofFile(sheetName, at(row, 0), faults);
        if (wave != null) {
            waveOfText.put(text, wave);
            waves.put(wave.id(), wave);
        }
        return wave;
    }

    /** The waves met so far. */
    SortedMap<String, Wave> waves() {
        return waves;
    }

    @Nullable
    Weight weight(SourceRow row) {
        int column = bound().weight();
        if (column == 0) {
            return Weight.ONE;
        }
        return amount(row, column, Kind.BAD_WEIGHT);
    }

    /** A number of 0 or more; null after a fault. */
    private @Nullable Weight amount(SourceRow row, int column, Kind bad) {
        double amount = row.number(column);
        if (Double.isNaN(amount)) {
            amount = numbers.plain(row, column);
        }
        if (Double.isNaN(amount)
                && numbers.read(Labels.tidy(row.text(column)), () -> at(row, column), header(column))
                        instanceof Numbers.Plain plain
                && plain.mark().isEmpty()
                && !plain.percent()) {
            amount = plain.value();
        }
        if (!(amount >= 0 && amount <= Weight.LARGEST)) {
            faults.add(
                    bad,
                    at(row, column),
                    header(column),
                    row.text(column),
                    "a number of 0 or more for every respondent");
            return null;
        }
        return Weight.of(Fixed.shortest(amount));
    }

    /** How large the respondent is; 1 where no column says it, null after a fault. */
    @Nullable
    Weight size(SourceRow row) {
        int column = bound().size();
        return column == 0 ? Weight.ONE : amount(row, column, Kind.BAD_SIZE);
    }

    /** Whether a weight, and its product with the size, can be summed; else a fault. */
    boolean summable(SourceRow row, Weight weight, Weight size) {
        if (weight.value() * Math.max(1, size.value()) <= Weight.LARGEST) {
            return true;
        }
        int column = size.value() > 1 ? bound().size() : bound().weight();
        faults.add(
                size.value() > 1 ? Kind.BAD_SIZE : Kind.BAD_WEIGHT,
                at(row, column),
                header(column),
                row.text(column),
                "a number that makes a weight of at most 1e13");
        return false;
    }

    @Nullable
    String stratum(SourceRow row) {
        return label(row, bound().stratum(), "stratum", strata);
    }

    @Nullable
    String psu(SourceRow row) {
        return label(row, bound().psu(), "PSU", psus);
    }

    /** A panel's respondent; empty where it is none. */
    @Nullable
    String id(SourceRow row) {
        return label(row, bound().id(), "id", ids);
    }

    /** Where a panel's id stands; 0 where it is none. */
    int idColumn() {
        return bound().id();
    }

    private @Nullable String label(SourceRow row, int column, String what, Known<String> labels) {
        if (column == 0) {
            return "";
        }
        String raw = row.text(column);
        String known = labels.get(raw);
        if (known != null) {
            return known;
        }
        String text = Labels.tidy(raw);
        if (text.isEmpty() || missing.contains(Labels.key(text))) {
            faults.add(Kind.MISSING_DESIGN, at(row, column), header(column), '"' + text + '"', what);
            return null;
        }
        if (labels.size() < KNOWN_LABELS) {
            labels.put(raw, text);
        }
        return text;
    }

    @Override
    public Location at(SourceRow row, int column) {
        if (sheetName.isEmpty()) {
            return new Location(delivery, "", column == 0 ? "" : header(column), row.number());
        }
        return Location.cell(
                delivery, sheetName, column == 0 ? "row " + row.number() : CellReference.of(row.number(), column));
    }

    @Override
    public String header(int column) {
        return header == null ? CellReference.letters(column) : header.columns().text(column);
    }

    SheetChoice sheets() {
        return sheets;
    }

    NumberReader numbers() {
        return numbers;
    }
}
