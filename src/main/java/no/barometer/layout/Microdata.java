package no.barometer.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Design;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** One respondent a row, folded into tallies as the rows pass. */
final class Microdata implements RowSink, AnswerReader.Places {
    /** Squares of weights must leave room for their sum. */
    private static final double LARGEST_WEIGHT = 1e9;

    private final Survey survey;
    private final Block block;
    private final Design design;
    private final String delivery;
    private final WaveFinder waveFinder;
    private final Codebook codebook;
    private final Faults faults;
    private final SheetChoice sheets;
    private final Set<String> missing;
    private final NumberReader numbers;
    private final Folding folding;

    private String sheetName = "";
    private @Nullable Header header;
    private final List<String> headerTexts = new ArrayList<>();
    private final SortedMap<String, Wave> waves = new TreeMap<>();
    private final SortedMap<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Wave> waveOfText = new HashMap<>();
    private @Nullable Cells cells;
    private long rows;
    private long respondents;
    private long weightless;

    Microdata(Survey survey, Block block, String delivery, WaveFinder waveFinder, Codebook codebook, Faults faults) {
        this.survey = survey;
        this.block = block;
        this.design = Designs.of(survey, block);
        this.delivery = delivery;
        this.waveFinder = waveFinder;
        this.codebook = codebook;
        this.faults = faults;
        this.sheets = new SheetChoice(block.sheets());
        this.missing = Coder.keys(block.missing());
        this.numbers = new NumberReader(Locales.of(survey, block), faults);
        this.folding = new Folding(this, numbers, faults);
    }

    /** Columns bound once the header is known; 0 where there is none. */
    private record Header(
            Columns columns,
            int wave,
            int weight,
            int stratum,
            int psu,
            List<Probe> probes,
            List<Grouping> groupings) {}

    private record Grouping(String breakdown, int column, Coder coder) {}

    @Override
    public boolean sheet(SheetInfo info) {
        sheetName = info.name();
        header = null;
        headerTexts.clear();
        return sheets.wants(info);
    }

    @Override
    public void row(SourceRow row) {
        if (header != null) {
            respondent(row, header);
        } else if (!block.header().said() || row.number() >= block.header().from()) {
            readHeader(row);
        }
    }

    private void readHeader(SourceRow row) {
        for (int column = 1; column <= row.fields(); column++) {
            String text = Labels.tidy(row.text(column));
            if (column > headerTexts.size()) {
                headerTexts.add(text);
            } else {
                headerTexts.set(column - 1, (headerTexts.get(column - 1) + " " + text).strip());
            }
        }
        if (block.header().said() && row.number() < block.header().to()) {
            return;
        }
        Columns columns = new Columns(headerTexts, at(row, 0), faults);
        List<Probe> probes = Probe.bind(survey.questions(), block, columns, codebook);
        List<Cells.Variable> variables = probes.stream().map(Probe::variable).toList();
        if (cells == null) {
            cells = new Cells(variables);
        } else if (!cells.variables().equals(variables)) {
            faults.add(
                    Kind.COLUMN_MISSING,
                    at(row, 0),
                    "",
                    "other columns than in the sheet before",
                    "the same questions");
        }
        List<Grouping> groupings = new ArrayList<>();
        for (Breakdown breakdown : survey.breakdowns().values()) {
            int column = named(columns, block.columns().getOrDefault(breakdown.id(), breakdown.column()));
            if (column > 0) {
                Coder coder = new Coder(block, text -> codebook.group(breakdown.id(), text, 0));
                groupings.add(new Grouping(breakdown.id(), column, coder));
            }
        }
        header = new Header(
                columns,
                block.wave() instanceof Place.Column place ? columns.require(place) : 0,
                named(columns, design.weight()),
                named(columns, design.stratum()),
                named(columns, design.psu()),
                probes,
                groupings);
        if (probes.isEmpty() && !faults.anyError()) {
            faults.add(Kind.NOTHING_READ, at(row, 0), "", "no column of any question", "the codebook's columns");
        }
    }

    private static int named(Columns columns, String name) {
        return name.isEmpty() ? 0 : columns.require(name);
    }

    private void respondent(SourceRow row, Header at) {
        rows++;
        if (sheetName.isEmpty() && row.fields() != at.columns().count()) {
            faults.add(
                    Kind.UNEVEN_RECORD,
                    Location.line(delivery, row.number()),
                    "",
                    row.fields() + " fields",
                    at.columns().count() + " as in the header");
            return;
        }
        Wave wave = wave(row, at);
        Fixed weight = weight(row, at);
        String stratum = label(row, at.stratum(), "stratum");
        String psu = label(row, at.psu(), "PSU");
        if (wave == null || weight == null || stratum == null || psu == null || cells == null) {
            return;
        }
        if (weight.isZero()) {
            weightless++;
            return;
        }
        respondents++;
        Tally tally = tallies.get(wave.id());
        if (tally == null) {
            tally = new Tally(cells, at.psu() > 0);
            tallies.put(wave.id(), tally);
        }
        folding.add(row, at.probes(), cells, tally, stratum, psu, groups(row, at, tally), weight);
    }

    private @Nullable Wave wave(SourceRow row, Header at) {
        String text = at.wave() > 0 ? row.text(at.wave()) : "";
        Wave known = waveOfText.get(text);
        if (known != null) {
            return known;
        }
        Wave wave = at.wave() > 0
                ? waveFinder.inText(text, at(row, at.wave()), faults)
                : waveFinder.ofFile(sheetName, at(row, 0), faults);
        if (wave != null) {
            waveOfText.put(text, wave);
            waves.put(wave.id(), wave);
        }
        return wave;
    }

    private @Nullable Fixed weight(SourceRow row, Header at) {
        int column = at.weight();
        if (column == 0) {
            return Fixed.ONE;
        }
        String text = Labels.tidy(row.text(column));
        Fixed weight = null;
        try {
            weight = number(row, column, text);
        } catch (ArithmeticException beyond) {
            // told below
        }
        if (weight == null || weight.high() < 0 || weight.toDouble() > LARGEST_WEIGHT) {
            faults.add(
                    Kind.BAD_WEIGHT,
                    at(row, column),
                    header(column),
                    text,
                    "a number from 0 to 1e9 for every respondent");
            return null;
        }
        return weight;
    }

    private @Nullable Fixed number(SourceRow row, int column, String text) {
        if (row.kind(column) == CellKind.NUMBER) {
            return Fixed.of(text);
        }
        return numbers.read(text, at(row, column), header(column)) instanceof Numbers.Plain plain
                        && plain.mark().isEmpty()
                        && !plain.percent()
                ? Fixed.of(NumberReader.decimal(plain.value()))
                : null;
    }

    private @Nullable String label(SourceRow row, int column, String what) {
        if (column == 0) {
            return "";
        }
        String text = Labels.tidy(row.text(column));
        if (text.isEmpty() || missing.contains(Labels.key(text))) {
            faults.add(Kind.MISSING_DESIGN, at(row, column), header(column), '"' + text + '"', what);
            return null;
        }
        return text;
    }

    private int[] groups(SourceRow row, Header at, Tally tally) {
        int[] groups = new int[at.groupings().size() + 1];
        groups[0] = tally.group(Breakdown.TOTAL, Breakdown.TOTAL);
        int count = 1;
        for (Grouping grouping : at.groupings()) {
            List<String> expected = new ArrayList<>(0);
            String text = row.text(grouping.column());
            String code = grouping.coder().code(text, expected);
            if (code == null) {
                faults.add(
                        Kind.UNKNOWN_GROUP,
                        at(row, grouping.column()),
                        header(grouping.column()),
                        Labels.tidy(text),
                        Labels.expected(text, expected));
            } else if (!code.equals(Coder.NO_ANSWER) && !code.equals(Coder.NOT_ASKED)) {
                groups[count++] = tally.group(grouping.breakdown(), code);
            }
        }
        return count == groups.length ? groups : java.util.Arrays.copyOf(groups, count);
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

    /** What the file gave, once it is read to its end. */
    Reading reading() {
        numbers.close();
        if (rows == 0 && !faults.anyError()) {
            faults.add(Kind.NOTHING_READ, Location.of(delivery), "", "no respondents", "a header and a row for each");
        }
        if (weightless > 0) {
            faults.add(Kind.ZERO_WEIGHT, Location.of(delivery), "", weightless + " respondents", "weights above 0");
        }
        return new Reading(waves, List.of(), tallies, codebook.labels(), faults.list(), rows, respondents);
    }
}
