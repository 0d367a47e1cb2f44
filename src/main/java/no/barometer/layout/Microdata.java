package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
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
    private final Groups groups = new Groups();

    private String sheetName = "";
    private @Nullable Header header;
    private final List<String> headerTexts = new ArrayList<>();
    private final SortedMap<String, Wave> waves = new TreeMap<>();
    private final SortedMap<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Wave> waveOfText = new HashMap<>();
    private @Nullable Cells cells;
    /** Of a panel: who was met in which wave. */
    private final Set<String> ids = new HashSet<>();

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
            int id,
            List<Probe> probes,
            List<Grouping> groupings) {}

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
                groupings.add(new Grouping(breakdown.id(), column, coder, groups));
            }
        }
        header = new Header(
                columns,
                block.wave() instanceof Place.Column place ? columns.require(place) : 0,
                named(columns, design.weight()),
                named(columns, design.stratum()),
                named(columns, design.psu()),
                design.panel() ? named(columns, design.id()) : 0,
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
        Weight weight = weight(row, at);
        String stratum = label(row, at.stratum(), "stratum");
        String psu = label(row, at.psu(), "PSU");
        String id = label(row, at.id(), "id");
        if (wave == null || weight == null || stratum == null || psu == null || id == null || cells == null) {
            return;
        }
        if (at.id() > 0 && !ids.add(wave.id() + '\n' + id)) {
            faults.add(Kind.REPEATED_ID, at(row, at.id()), header(at.id()), id, "every respondent once in a wave");
            return;
        }
        if (weight.exact().isZero()) {
            weightless++;
            return;
        }
        respondents++;
        Tally tally = tallies.get(wave.id());
        if (tally == null) {
            tally = new Tally(cells, groups, at.psu() > 0 || at.id() > 0);
            tallies.put(wave.id(), tally);
        }
        folding.add(row, at.probes(), cells, tally, stratum, at.psu() > 0 ? psu : id, groupsOf(row, at), weight);
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

    private @Nullable Weight weight(SourceRow row, Header at) {
        int column = at.weight();
        if (column == 0) {
            return Weight.ONE;
        }
        double weight = row.number(column);
        String text = weight >= 0 ? "" : Labels.tidy(row.text(column));
        if (numbers.read(text, () -> at(row, column), header(column)) instanceof Numbers.Plain plain
                && plain.mark().isEmpty()
                && !plain.percent()) {
            weight = plain.value();
        }
        if (!(weight >= 0 && weight <= Weight.LARGEST)) {
            faults.add(
                    Kind.BAD_WEIGHT,
                    at(row, column),
                    header(column),
                    row.text(column),
                    "a number of 0 or more for every respondent");
            return null;
        }
        return Weight.of(Fixed.shortest(weight));
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

    private int[] groupsOf(SourceRow row, Header at) {
        int[] found = new int[at.groupings().size() + 1];
        found[0] = groups.number(Breakdown.TOTAL, Breakdown.TOTAL);
        int count = 1;
        for (Grouping grouping : at.groupings()) {
            String text = row.text(grouping.column());
            int group = grouping.group(text);
            if (group == Grouping.UNKNOWN) {
                faults.add(
                        Kind.UNKNOWN_GROUP,
                        at(row, grouping.column()),
                        header(grouping.column()),
                        Labels.tidy(text),
                        Labels.expected(text, grouping.expected(text)));
            } else if (group != Grouping.NONE) {
                found[count++] = group;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
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
        tallies.values().forEach(Tally::flush);
        if (rows == 0 && !faults.anyError()) {
            faults.add(Kind.NOTHING_READ, Location.of(delivery), "", "no respondents", "a header and a row for each");
        }
        if (weightless > 0) {
            faults.add(Kind.ZERO_WEIGHT, Location.of(delivery), "", weightless + " respondents", "weights above 0");
        }
        return new Reading(waves, List.of(), tallies, codebook.labels(), faults.list(), rows, respondents);
    }
}
