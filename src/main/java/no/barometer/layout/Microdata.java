package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Labels;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** One respondent a row, folded into tallies as the rows pass. */
final class Microdata implements RowSink {
    private final Survey survey;
    private final Block block;
    private final String delivery;
    private final Codebook codebook;
    private final Faults faults;
    private final Map<String, Factors> factors;
    private final Background background;
    private final Folding folding;
    private final Groups groups = new Groups();
    private final int everybody = groups.number(Breakdown.TOTAL, Breakdown.TOTAL);

    private @Nullable Header header;
    private @Nullable Cells cells;
    private final Known<Tally> tallies = new Known<>();
    /** Of a panel: who was met in which wave. */
    private final Set<String> ids = new HashSet<>();

    private long rows;
    private long respondents;
    private long weightless;

    /** @param factors of weights, by wave id; a wave that has none keeps its weights */
    Microdata(
            Survey survey,
            Block block,
            String delivery,
            WaveFinder waveFinder,
            Codebook codebook,
            Faults faults,
            Map<String, Factors> factors) {
        this.survey = survey;
        this.block = block;
        this.delivery = delivery;
        this.codebook = codebook;
        this.faults = faults;
        this.factors = factors;
        this.background = new Background(survey, block, delivery, waveFinder, faults);
        this.folding = new Folding(background, background.numbers(), faults);
    }

    /** What is read of each row, once the header is known. */
    private record Header(List<Probe> probes, List<Grouping> groupings, MarginCells margins) {
        boolean reads(int column) {
            return probes.stream().anyMatch(probe -> probe.columns().contains(column))
                    || groupings.stream().anyMatch(grouping -> grouping.column() == column);
        }
    }

    @Override
    public boolean sheet(SheetInfo info) {
        header = null;
        return background.sheet(info);
    }

    @Override
    public void row(SourceRow row) {
        if (header != null) {
            respondent(row, header);
            return;
        }
        Columns columns = background.header(row);
        if (columns != null) {
            header = bind(columns, row);
        }
    }

    private Header bind(Columns columns, SourceRow row) {
        List<Probe> probes = Probe.sized(Probe.bind(survey.questions(), block, columns, codebook), survey);
        List<Cells.Variable> variables = Probe.variables(probes);
        if (cells == null) {
            cells = new Cells(variables);
        } else if (!cells.variables().equals(variables)) {
            faults.add(
                    Kind.COLUMN_MISSING,
                    background.at(row, 0),
                    "",
                    "other columns than in the sheet before",
                    "the same questions");
        }
        List<Grouping> groupings = new ArrayList<>();
        for (Breakdown breakdown : survey.breakdowns().values()) {
            int column = Background.named(columns, block.columns().getOrDefault(breakdown.id(), breakdown.column()));
            if (column > 0) {
                Coder coder = new Coder(block, text -> codebook.group(breakdown.id(), text, 0));
                groupings.add(new Grouping(breakdown.id(), column, coder, groups));
            }
        }
        if (probes.isEmpty() && !faults.anyError()) {
            faults.add(
                    Kind.NOTHING_READ,
                    background.at(row, 0),
                    "",
                    "no column of any question",
                    "the codebook's columns");
        }
        return new Header(probes, groupings, new MarginCells(survey, block, columns, codebook, background, faults));
    }

    private void respondent(SourceRow row, Header at) {
        if (background.ignored(row)) {
            return;
        }
        rows++;
        if (!background.even(row) || background.note(row, at::reads)) {
            return;
        }
        Wave wave = background.wave(row);
        Weight weight = background.weight(row);
        if (wave == null || weight == null) {
            return;
        }
        if (weight.exact().isZero()) {
            weightless++;
            return;
        }
        String stratum = background.stratum(row);
        String psu = background.psu(row);
        String id = background.id(row);
        if (stratum == null || psu == null || id == null || cells == null) {
            return;
        }
        if (!id.isEmpty() && !ids.add(wave.id() + '\n' + id)) {
            int column = background.idColumn();
            faults.add(
                    Kind.REPEATED_ID,
                    background.at(row, column),
                    background.header(column),
                    id,
                    "every respondent once in a wave");
            return;
        }
        respondents++;
        Tally tally = tallies.get(wave.id());
        if (tally == null) {
            tally = new Tally(cells, groups, background.hasPsus() || !id.isEmpty());
            tallies.put(wave.id(), tally);
        }
        Weight size = background.size(row);
        Weight raked = raked(row, at, wave, weight);
        if (raked != null && size != null && background.summable(row, raked, size)) {
            folding.add(
                    row,
                    at.probes(),
                    cells,
                    tally,
                    stratum,
                    background.hasPsus() ? psu : id,
                    groupsOf(row, at),
                    raked,
                    size);
        }
    }

    /** The weight times the factor of the respondent's cell; null after a fault. */
    private @Nullable Weight raked(SourceRow row, Header at, Wave wave, Weight weight) {
        Factors ofWave = factors.get(wave.id());
        if (ofWave == null) {
            return weight;
        }
        int cell = at.margins().cell(row, ofWave.table());
        return cell < 0 ? null : weight.times(ofWave.of(cell));
    }

    private int[] groupsOf(SourceRow row, Header at) {
        int[] found = new int[at.groupings().size() + 1];
        found[0] = everybody;
        int count = 1;
        for (Grouping grouping : at.groupings()) {
            String text = row.text(grouping.column());
            int group = grouping.group(text);
            if (group == Grouping.UNKNOWN) {
                faults.add(
                        Kind.UNKNOWN_GROUP,
                        background.at(row, grouping.column()),
                        background.header(grouping.column()),
                        Labels.tidy(text),
                        Labels.expected(text, grouping.expected(text)));
            } else if (group != Grouping.NONE) {
                found[count++] = group;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    SheetChoice sheets() {
        return background.sheets();
    }

    /** What the file gave, once it is read to its end. */
    Reading reading() {
        background.numbers().close();
        tallies.all().values().forEach(Tally::flush);
        if (rows == 0 && !faults.anyError()) {
            faults.add(Kind.NOTHING_READ, Location.of(delivery), "", "no respondents", "a header and a row for each");
        } else if (respondents == 0 && weightless > 0 && !faults.anyError()) {
            faults.add(
                    Kind.NOTHING_READ,
                    Location.of(delivery),
                    "",
                    "none but respondents of weight 0",
                    "respondents with weights above 0");
        }
        if (weightless > 0) {
            faults.add(Kind.ZERO_WEIGHT, Location.of(delivery), "", weightless + " respondents", "weights above 0");
        }
        return new Reading(
                background.waves(),
                List.of(),
                new TreeMap<>(tallies.all()),
                codebook.labels(),
                faults.list(),
                rows,
                respondents);
    }
}
