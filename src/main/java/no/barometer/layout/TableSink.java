package no.barometer.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.problem.CellReference;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.survey.BaseKind;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.TableLayout;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** Takes the figures of one delivered table file, watches that none stands twice and that they agree with each other. */
final class TableSink {
    private final Survey survey;
    private final Block block;
    private final String delivery;
    private final Faults faults;
    private final SortedMap<String, Wave> waves = new TreeMap<>();
    private final Map<Key, Held> figures = new LinkedHashMap<>();

    TableSink(Survey survey, Block block, String delivery, Faults faults) {
        this.survey = survey;
        this.block = block;
        this.delivery = delivery;
        this.faults = faults;
    }

    /** What a figure is of. */
    record Key(
            String wave, String question, String item, String answer, String breakdown, String group, String measure) {
        /** Of what tells most keys apart: a record's own takes several times as long, for each figure. */
        @Override
        public int hashCode() {
            return ((question.hashCode() * 31 + item.hashCode()) * 31 + answer.hashCode()) * 31 + group.hashCode();
        }
    }

    /** @param decimals that the figure was printed with */
    record Held(Observation observation, int decimals) {}

    Location at(String sheet, int row, int column) {
        return sheet.isEmpty()
                ? new Location(delivery, "", CellReference.letters(column), row)
                : Location.cell(delivery, sheet, CellReference.of(row, column));
    }

    void add(
            Wave wave,
            Key key,
            Figures.Figure figure,
            @Nullable Double base,
            @Nullable Double weightedBase,
            String sheet,
            int row,
            int column) {
        waves.put(wave.id(), wave);
        Observation observation = new Observation(
                key.wave(),
                key.question(),
                key.item(),
                key.answer(),
                key.breakdown(),
                key.group(),
                key.measure(),
                BaseKind.VALID.code(),
                figure.value(),
                unit(key),
                base,
                weightedBase,
                figure.obsStatus(),
                figure.confStatus(),
                new Observation.Source(delivery, sheet, row, column));
        Held held = new Held(observation, figure.decimals());
        Held earlier = figures.putIfAbsent(key, held);
        if (earlier == null) {
            return;
        }
        if (block.table().repeatedSame() && missing(earlier.observation())) {
            // a figure missing in one place may stand in another
            figures.put(key, held);
        } else if (!block.table().repeatedSame() || !missing(observation)) {
            repeated(earlier.observation(), observation);
        }
    }

    private static boolean missing(Observation one) {
        return one.value() == null && one.obsStatus().contains("m");
    }

    private String unit(Key key) {
        if (!key.measure().equals("mean") && !key.measure().equals("value")) {
            return "percent";
        }
        Question question = survey.questions().get(key.question());
        String declared = question == null ? "" : question.unit();
        // the unit of a block of percentages is not that of the means among them
        String ofBlock = block.table().figures() == TableLayout.Figures.NUMBER
                ? block.table().unit()
                : "";
        return !ofBlock.isEmpty() ? ofBlock : declared.isEmpty() ? "number" : declared;
    }

    private void repeated(Observation earlier, Observation again) {
        Location at = again.source().location();
        String first = plain(earlier.value()) + " at " + earlier.source().location();
        if (!block.table().repeatedSame()) {
            faults.add(Kind.DOUBLED_FIGURE, at, "", first + " and " + plain(again.value()), "each figure once");
        } else if (!Objects.equals(earlier.value(), again.value())) {
            faults.add(Kind.CONTRADICTING_FIGURES, at, "", first + ", here " + plain(again.value()), "the same figure");
        } else if (!Objects.equals(earlier.base(), again.base())) {
            faults.add(
                    Kind.CONTRADICTING_BASES,
                    at,
                    "",
                    plain(earlier.base()) + " and " + plain(again.base()),
                    "the same base");
        }
    }

    SortedMap<String, Wave> waves() {
        return waves;
    }

    List<Observation> observations() {
        new ShareSums(survey, block.table(), faults).check(figures);
        checkBases();
        PrintedBase bases = new PrintedBase(survey);
        figures.values().forEach(held -> bases.add(held.observation()));
        return figures.values().stream()
                .map(held -> bases.told(held.observation()))
                .toList();
    }

    /** No group is larger than everybody. */
    private void checkBases() {
        figures.forEach((key, held) -> {
            Observation one = held.observation();
            Double base = one.base();
            if (base == null) {
                return;
            }
            Held total = figures.get(new Key(
                    key.wave(),
                    key.question(),
                    key.item(),
                    key.answer(),
                    Breakdown.TOTAL,
                    Breakdown.TOTAL,
                    key.measure()));
            Double totalBase = total == null ? null : total.observation().base();
            if (totalBase != null && base > totalBase) {
                faults.add(
                        Kind.CONTRADICTING_BASES,
                        one.source().location(),
                        key.question() + key.group(),
                        plain(base) + " in " + key.group(),
                        "at most the " + plain(totalBase) + " of everybody");
            }
        });
    }

    static String plain(@Nullable Double number) {
        if (number == null) {
            return "none";
        }
        return java.math.BigDecimal.valueOf(Math.round(number * 1e6) / 1e6)
                .stripTrailingZeros()
                .toPlainString();
    }
}
