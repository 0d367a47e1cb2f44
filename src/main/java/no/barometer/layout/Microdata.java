package no.barometer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.CellReference;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Design;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** One respondent a row, folded into tallies as the rows pass. */
final class Microdata implements RowSink {
    private static final Fixed NOTHING = new Fixed(0, 0);

    private final Survey survey;
    private final Block block;
    private final Design design;
    private final String delivery;
    private final WaveFinder waveFinder;
    private final Codebook codebook;
    private final Faults faults;
    private final SheetChoice sheets;
    private final Set<String> missing;

    private @Nullable SheetInfo sheet;
    private @Nullable Header header;
    private final List<String> headerTexts = new ArrayList<>();
    private int headerRows;
    private final SortedMap<String, Wave> waves = new TreeMap<>();
    private final SortedMap<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Wave> waveOfText = new HashMap<>();
    private @Nullable Cells cells;
    private long rows;
    private long respondents;
    private long weightless;
    private int[] hits = new int[64];

    Microdata(
            Survey survey, Block block, String delivery, WaveFinder waveFinder, Codebook codebook, Faults faults) {
        this.survey = survey;
        this.block = block;
        this.design = Designs.of(survey, block);
        this.delivery = delivery;
        this.waveFinder = waveFinder;
        this.codebook = codebook;
        this.faults = faults;
        this.sheets = new SheetChoice(block.sheets());
        this.missing = Coder.keys(block.missing());
    }

    /** Columns bound once the header is known. */
    private record Header(
            Columns columns,
            int wave,
            int weight,
            int stratum,
            int psu,
            List<Probe> probes,
            List<Grouping> groupings) {}

    private record Grouping(String breakdown, int column, Coder coder, Map<String, Map<String, Integer>> slots) {}

    @Override
    public boolean sheet(SheetInfo info) {
        if (!sheets.wants(info)) {
            return false;
        }
        sheet = info;
        header = null;
        headerRows = 0;
        headerTexts.clear();
        return true;
    }

    @Override
    public void row(SourceRow row) {
        if (header == null) {
            if (block.header().said() && row.number() < block.header().from()) {
                return;
            }
            readHeader(row);
            return;
        }
        respondent(row, header);
    }

    private void readHeader(SourceRow row) {
        for (int column = 1; column <= row.width(); column++) {
            String text = Labels.tidy(row.text(column));
            if (column > headerTexts.size()) {
                headerTexts.add(text);
            } else if (!text.isEmpty()) {
                headerTexts.set(column - 1, (headerTexts.get(column - 1) + " " + text).strip());
            }
        }
        headerRows++;
        if (block.header().said() && row.number() < block.header().to()) {
            return;
        }
        Columns columns = new Columns(headerTexts, at(row, 0), faults);
        List<Probe> probes = Probe.bind(survey.questions(), block, columns, codebook);
        if (cells == null) {
            cells = new Cells(probes.stream().map(Probe::variable).toList());
        } else if (!cells.variables().equals(probes.stream().map(Probe::variable).toList())) {
            faults.add(Kind.COLUMN_MISSING, at(row, 0), "", "other columns than in the sheet before", "the same questions on every sheet");
        }
        List<Grouping> groupings = new ArrayList<>();
        for (Breakdown breakdown : survey.breakdowns().values()) {
            String name = block.columns().getOrDefault(breakdown.id(), breakdown.column());
            int column = name.isEmpty() ? 0 : columns.require(name);
            if (column > 0) {
                Coder coder = new Coder(block, text -> codebook.group(breakdown.id(), text, 0));
                groupings.add(new Grouping(breakdown.id(), column, coder, new HashMap<>()));
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
        if (probes.isEmpty()) {
            faults.add(Kind.NOTHING_READ, at(row, 0), "", "no column of any question", "columns of the codebook's questions");
        }
    }

    private static int named(Columns columns, String name) {
        return name.isEmpty() ? 0 : columns.require(name);
    }

    private void respondent(SourceRow row, Header at) {
        rows++;
        int fields = row.fields();
        if (sheet != null && sheet.name().isEmpty() && fields != at.columns().count()) {
            faults.add(
                    Kind.UNEVEN_RECORD,
                    Location.line(delivery, row.number()),
                    "",
                    fields + " fields",
                    at.columns().count() + " as in the header");
            return;
        }
        Wave wave = wave(row, at);
        Fixed weight = weight(row, at);
        if (wave == null || weight == null || cells == null) {
            return;
        }
        if (weight.equals(NOTHING)) {
            weightless++;
            return;
        }
        String stratum = label(row, at, at.stratum(), "stratum");
        String psuLabel = label(row, at, at.psu(), "PSU");
        if (stratum == null || psuLabel == null) {
            return;
        }
        respondents++;
        Tally tally = tallies.get(wave.id());
        if (tally == null) {
            tally = new Tally(cells, at.psu() > 0);
            tallies.put(wave.id(), tally);
        }
        int stratumIndex = tally.stratum(stratum);
        tally.respondent(stratumIndex);
        int psu = tally.psu(stratum, psuLabel);
        int[] groups = groups(row, at, wave.id(), tally);
        add(row, at, tally, psu, stratumIndex, groups, weight);
    }

    private void add(
            SourceRow row, Header at, Tally tally, int psu, int stratum, int[] groups, Fixed weight) {
        double w = weight.toDouble();
        Fixed square = weight.equals(Fixed.ONE) ? Fixed.ONE : Fixed.of(w * w);
        for (Probe probe : at.probes()) {
            Answers answers = new Answers(probe, row);
            switch (probe.variable().shape()) {
                case SINGLE -> {
                    String code = answers.single();
                    if (asked(probe, at, row, code)) {
                        tally.add(psu, stratum, groups, groups.length, cell(probe, part(code)), weight, square);
                    }
                }
                case MULTIPLE -> {
                    String code = answers.multiple();
                    if (asked(probe, at, row, code)) {
                        for (int i = 0; i < answers.count; i++) {
                            tally.add(psu, stratum, groups, groups.length, hits[i], weight, square);
                        }
                        String part = code.isEmpty() ? Cells.BASE : part(code);
                        tally.add(psu, stratum, groups, groups.length, cell(probe, part), weight, square);
                    }
                }
                case NUMBER -> {
                    String code = answers.number();
                    if (!asked(probe, at, row, code)) {
                        continue;
                    }
                    if (!code.isEmpty()) {
                        tally.add(psu, stratum, groups, groups.length, cell(probe, part(code)), weight, square);
                        continue;
                    }
                    double x = answers.value - probe.variable().center();
                    Fixed wx = Fixed.of(w * x);
                    tally.add(psu, stratum, groups, groups.length, cell(probe, Totals.WEIGHT), weight, square);
                    tally.add(psu, stratum, groups, groups.length, cell(probe, Totals.SUM), wx, Fixed.of(w * x * w * x));
                    tally.add(psu, stratum, groups, groups.length, cell(probe, Cells.CROSS), NOTHING, Fixed.of(w * w * x));
                }
            }
        }
    }

    private int cell(Probe probe, String part) {
        if (cells == null) {
            throw new IllegalStateException("no header yet");
        }
        return cells.cell(probe.index(), part);
    }

    private static String part(String code) {
        return code.equals(Coder.NO_ANSWER) ? Totals.NO_ANSWER : code;
    }

    /** Whether the question was put to this respondent; an answer where it was not is a fault. */
    private boolean asked(Probe probe, Header at, SourceRow row, @Nullable String code) {
        if (code == null || code.equals(Coder.NOT_ASKED)) {
            return false;
        }
        Map<String, List<String>> when = probe.question().askedWhen();
        if (when.isEmpty()) {
            return true;
        }
        for (Probe other : at.probes()) {
            List<String> wanted = when.get(other.variable().question());
            if (wanted != null && other.variable().shape() == Cells.Shape.SINGLE) {
                String answer = new Answers(other, row).single();
                if (answer == null || !wanted.contains(answer)) {
                    boolean answered = !code.equals(Coder.NO_ANSWER) && !(code.isEmpty() && hits.length > 0 && probe.variable().shape() == Cells.Shape.MULTIPLE && new Answers(probe, row).nothingChosen());
                    if (answered) {
                        int column = probe.columns().get(0);
                        faults.add(
                                Kind.ANSWER_NOT_ASKED,
                                at(row, column),
                                at.columns().text(column),
                                row.text(column),
                                "no answer, since \"" + other.variable().question() + "\" is not " + String.join(" or ", wanted));
                    }
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable Wave wave(SourceRow row, Header at) {
        String text = at.wave() > 0 ? row.text(at.wave()) : "";
        Wave known = waveOfText.get(text);
        if (known != null) {
            return known;
        }
        Wave wave = at.wave() > 0
                ? waveFinder.inText(text, at(row, at.wave()), faults)
                : waveFinder.ofFile(sheet == null ? "" : sheet.name(), at(row, 0), faults);
        if (wave != null) {
            waveOfText.put(text, wave);
            waves.put(wave.id(), wave);
        }
        return wave;
    }

    private @Nullable Fixed weight(SourceRow row, Header at) {
        if (at.weight() == 0) {
            return Fixed.ONE;
        }
        String text = Labels.tidy(row.text(at.weight()));
        try {
            Fixed weight = null;
            if (row.kind(at.weight()) == CellKind.NUMBER) {
                weight = Fixed.of(text);
            } else if (Numbers.read(text, Locales.of(survey, block)) instanceof Numbers.Plain plain
                    && plain.mark().isEmpty()
                    && !plain.percent()) {
                weight = Fixed.of(plain.decimal());
            }
            if (weight != null && weight.high() >= 0) {
                return weight;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, like any other text
        }
        faults.add(
                Kind.BAD_WEIGHT,
                at(row, at.weight()),
                at.columns().text(at.weight()),
                text,
                "a number of 0 or more for every respondent");
        return null;
    }

    private @Nullable String label(SourceRow row, Header at, int column, String what) {
        if (column == 0) {
            return "";
        }
        String text = Labels.tidy(row.text(column));
        if (text.isEmpty() || missing.contains(Labels.key(text))) {
            faults.add(Kind.MISSING_DESIGN, at(row, column), at.columns().text(column), '"' + text + '"', what);
            return null;
        }
        return text;
    }

    private int[] groups(SourceRow row, Header at, String wave, Tally tally) {
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
                        at.columns().text(grouping.column()),
                        Labels.tidy(text),
                        Labels.expected(text, expected));
            } else if (!code.equals(Coder.NO_ANSWER) && !code.equals(Coder.NOT_ASKED)) {
                groups[count++] = grouping.slots()
                        .computeIfAbsent(wave, fresh -> new HashMap<>())
                        .computeIfAbsent(code, fresh -> tally.group(grouping.breakdown(), code));
            }
        }
        return count == groups.length ? groups : Arrays.copyOf(groups, count);
    }

    private Location at(SourceRow row, int column) {
        if (sheet == null || sheet.name().isEmpty()) {
            return new Location(
                    delivery, "", column == 0 || header == null ? "" : header.columns().text(column), row.number());
        }
        return Location.cell(
                delivery,
                sheet.name(),
                column == 0 ? "row " + row.number() : CellReference.of(row.number(), column));
    }

    SheetChoice sheets() {
        return sheets;
    }

    /** What the file gave, once it is read to its end. */
    Reading reading() {
        if (rows == 0 && !faults.anyError()) {
            faults.add(Kind.NOTHING_READ, Location.of(delivery), "", "no respondents", "a header and a row for each");
        }
        if (weightless > 0) {
            faults.add(Kind.ZERO_WEIGHT, Location.of(delivery), "", weightless + " respondents", "weights above 0");
        }
        return new Reading(waves, List.of(), tallies, codebook.labels(), faults.list(), rows, respondents);
    }

    /** Reads a variable's answers from one row. */
    private final class Answers {
        private final Probe probe;
        private final SourceRow row;
        private int count;
        private double value;

        private Answers(Probe probe, SourceRow row) {
            this.probe = probe;
            this.row = row;
        }

        /** Id of the answer, a code of {@link Coder}, or null after a fault. */
        @Nullable String single() {
            return code(row.text(probe.columns().get(0)), probe.columns().get(0));
        }

        /** Empty with the chosen options' cells in {@code hits}, a code of {@link Coder}, or null after a fault. */
        @Nullable String multiple() {
            count = 0;
            return switch (probe.question().type()) {
                case DELIMITED -> delimited(probe.columns().get(0));
                default -> columns();
            };
        }

        private @Nullable String delimited(int column) {
            String text = row.text(column);
            String key = Labels.key(text);
            if (key.isEmpty()) {
                return "";
            }
            if (probe.coder().isMarker(key)) {
                return probe.coder().code(text, new ArrayList<>());
            }
            String delimiter = probe.question().delimiter();
            int from = 0;
            while (from <= text.length()) {
                int to = text.indexOf(delimiter, from);
                String option = text.substring(from, to < 0 ? text.length() : to);
                String code = option.isBlank() ? "" : code(option, column);
                if (code == null) {
                    return null;
                }
                if (!code.isEmpty()) {
                    if (probe.isMissing(code)) {
                        return code;
                    }
                    hit(code);
                }
                if (to < 0) {
                    break;
                }
                from = to + delimiter.length();
            }
            return "";
        }

        /** One column an option. All of them marked as missing, or as not asked, is no answer. */
        private @Nullable String columns() {
            int missingColumns = 0;
            int notAskedColumns = 0;
            for (int i = 0; i < probe.columns().size(); i++) {
                int column = probe.columns().get(i);
                String text = row.text(column);
                String key = Labels.key(text);
                if (probe.coder().isMarker(key)) {
                    String code = probe.coder().code(text, new ArrayList<>());
                    missingColumns += Coder.NO_ANSWER.equals(code) ? 1 : 0;
                    notAskedColumns += Coder.NOT_ASKED.equals(code) ? 1 : 0;
                } else if (!probe.notChosen(key)) {
                    String option = probe.options().get(i);
                    if (option.isEmpty() || !probe.chosen(key)) {
                        option = optionOfText(option, text, column);
                    }
                    if (option == null) {
                        return null;
                    }
                    hit(option);
                }
            }
            int all = probe.columns().size();
            return notAskedColumns == all ? Coder.NOT_ASKED : missingColumns + notAskedColumns == all ? Coder.NO_ANSWER : "";
        }

        private @Nullable String optionOfText(String option, String text, int column) {
            if (probe.question().type() == no.barometer.survey.Question.Type.DUMMIES) {
                faults.add(
                        Kind.UNKNOWN_ANSWER,
                        at(row, column),
                        header == null ? "" : header.columns().text(column),
                        text,
                        "one of " + String.join(", ", probe.question().chosen()) + " or "
                                + String.join(", ", probe.question().notChosen()));
                return null;
            }
            String code = code(text, column);
            return code == null || option.isEmpty() || option.equals(code) ? code : option;
        }

        boolean nothingChosen() {
            return "".equals(multiple()) && count == 0;
        }

        private void hit(String option) {
            int cell = cell(probe, option);
            for (int i = 0; i < count; i++) {
                if (hits[i] == cell) {
                    return;
                }
            }
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, count * 2);
            }
            hits[count++] = cell;
        }

        /** Empty with the number in {@code value}, a code of {@link Coder} or missing answer, or null after a fault. */
        @Nullable String number() {
            int column = probe.columns().get(0);
            if (row.kind(column) == CellKind.NUMBER) {
                String text = row.text(column);
                String declared = probe.coder().declared(text);
                if (declared != null) {
                    return declared;
                }
                value = row.number(column) * (row.percent(column) ? 100 : 1);
                return "";
            }
            String text = row.text(column);
            String declared = probe.coder().declared(text);
            if (declared != null) {
                return declared;
            }
            Numbers.Reading read = Numbers.read(text, Locales.of(survey, block));
            if (read instanceof Numbers.Plain plain && plain.mark().isEmpty()) {
                value = plain.value();
                return "";
            }
            faults.add(
                    read instanceof Numbers.Ambiguous ? Kind.AMBIGUOUS_NUMBER : Kind.BAD_NUMBER,
                    at(row, column),
                    header == null ? "" : header.columns().text(column),
                    text,
                    "a number");
            return null;
        }

        private @Nullable String code(String text, int column) {
            List<String> expected = new ArrayList<>(0);
            String code = probe.coder().code(text, expected);
            if (code == null) {
                faults.add(
                        Kind.UNKNOWN_ANSWER,
                        at(row, column),
                        header == null ? "" : header.columns().text(column),
                        Labels.tidy(text),
                        Labels.expected(text, expected));
            }
            return code;
        }
    }
}
