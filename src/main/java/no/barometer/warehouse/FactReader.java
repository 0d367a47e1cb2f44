package no.barometer.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads one survey's facts, within one snapshot. Sorts here and not in SQL: databases differ in how they order texts.
 */
final class FactReader {
    private final JdbcTemplate jdbc;
    private final int surveyKey;

    FactReader(JdbcTemplate jdbc, int surveyKey) {
        this.jdbc = jdbc;
        this.surveyKey = surveyKey;
    }

    private record InWave<T>(Wave wave, T fact) {
        private static int order(InWave<?> one, InWave<?> other) {
            return same(one.wave(), other.wave()) ? 0 : one.wave().compareTo(other.wave());
        }
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut: what is not the same object is compared
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    List<Observation> observations() {
        DimensionNames names = new DimensionNames(new SurveyDimensions(jdbc, surveyKey));
        List<InWave<Observation>> all = new ArrayList<>();
        packed().query(
                        Sql.of("observations"),
                        row -> {
                            ObservationPacks.read(row, names, (wave, one) -> all.add(new InWave<>(wave, one)));
                        },
                        surveyKey);
        all.sort(((Comparator<InWave<Observation>>) InWave::order).thenComparing(InWave::fact, OBSERVATION_ORDER));
        return all.stream().map(InWave::fact).toList();
    }

    List<Totals> totals() {
        DimensionNames names = new DimensionNames(new SurveyDimensions(jdbc, surveyKey));
        return jdbc.query(Sql.of("totals"), (row, number) -> totals(row, names), surveyKey).stream()
                .sorted(Comparator.<InWave<Totals>, Wave>comparing(InWave::wave)
                        .thenComparing(InWave::fact, TOTALS_ORDER))
                .map(InWave::fact)
                .toList();
    }

    List<Pair> pairs() {
        DimensionNames names = new DimensionNames(new SurveyDimensions(jdbc, surveyKey));
        return jdbc.query(Sql.of("wave_pairs"), (row, number) -> pair(row, names), surveyKey).stream()
                .sorted(Comparator.<InWave<Pair>, Wave>comparing(InWave::wave).thenComparing(InWave::fact, PAIR_ORDER))
                .map(InWave::fact)
                .toList();
    }

    List<Calibration> calibrations() {
        DimensionNames names = new DimensionNames(new SurveyDimensions(jdbc, surveyKey));
        return jdbc
                .query(
                        Sql.of("calibrations"),
                        (row, number) -> {
                            Wave wave = names.wave(row.getInt(1));
                            return new InWave<>(
                                    wave,
                                    new Calibration(
                                            wave.id(),
                                            Columns.strings(row, 2),
                                            row.getInt(3),
                                            row.getDouble(4),
                                            row.getDouble(5),
                                            row.getDouble(6),
                                            row.getDouble(7)));
                        },
                        surveyKey)
                .stream()
                .sorted(Comparator.<InWave<Calibration>, Wave>comparing(InWave::wave)
                        .thenComparingDouble(one -> one.fact().deff()))
                .map(InWave::fact)
                .toList();
    }

    List<StoredLabel> labels() {
        Map<Integer, LocalDate> firstWaves = new HashMap<>();
        jdbc.query(
                Sql.of("first_waves"),
                row -> {
                    firstWaves.put(row.getInt(1), row.getObject(2, LocalDate.class));
                },
                surveyKey);
        List<StoredLabel> all = new ArrayList<>();
        packed().query(
                        Sql.of("labels"),
                        row -> {
                            labels(row, firstWaves, all);
                        },
                        surveyKey);
        return all.stream().sorted(LABEL_ORDER).toList();
    }

    /** Takes few rows at a time from the database, as each holds many facts. */
    private JdbcTemplate packed() {
        JdbcTemplate packed = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        packed.setFetchSize(Packs.AT_ONCE);
        return packed;
    }

    List<Wave> waves() {
        return jdbc
                .query(
                        Sql.of("waves"),
                        (row, number) -> new Wave(
                                row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                        surveyKey)
                .stream()
                .sorted()
                .toList();
    }

    /** Most texts of two rows in turn are the same object. */
    private static final Comparator<String> TEXT_ORDER = (one, other) -> same(one, other) ? 0 : one.compareTo(other);

    private static final Comparator<Observation> OBSERVATION_ORDER = Comparator.comparing(
                    Observation::source,
                    Comparator.comparing(Observation.Source::delivery, TEXT_ORDER)
                            .thenComparing(Observation.Source::sheet, TEXT_ORDER)
                            .thenComparingInt(Observation.Source::row)
                            .thenComparingInt(Observation.Source::column))
            .thenComparing(Observation::question)
            .thenComparing(Observation::item)
            .thenComparing(Observation::answer)
            .thenComparing(Observation::breakdown)
            .thenComparing(Observation::group)
            .thenComparing(Observation::measure)
            .thenComparing(Observation::baseKind);

    private static final Comparator<Totals> TOTALS_ORDER = Comparator.comparing(Totals::question)
            .thenComparing(Totals::item)
            .thenComparing(Totals::option)
            .thenComparing(Totals::breakdown)
            .thenComparing(Totals::group)
            .thenComparing(Totals::weighting);

    private static final Comparator<Pair> PAIR_ORDER = Comparator.comparing(Pair::question)
            .thenComparing(Pair::item)
            .thenComparing(Pair::option)
            .thenComparing(Pair::breakdown)
            .thenComparing(Pair::group)
            .thenComparing(Pair::weighting);

    private static final Comparator<StoredLabel> LABEL_ORDER = Comparator.comparing(StoredLabel::firstWave)
            .thenComparing(StoredLabel::delivery)
            .thenComparing(
                    StoredLabel::label,
                    Comparator.comparingLong(Label::position)
                            .thenComparing(Label::kind)
                            .thenComparing(Label::parent)
                            .thenComparing(Label::id)
                            .thenComparing(Label::text));

    private static InWave<Totals> totals(ResultSet row, DimensionNames names) throws SQLException {
        Wave wave = names.wave(row.getInt(1));
        Member group = names.group(row.getInt(5));
        return new InWave<>(
                wave,
                new Totals(
                        wave.id(),
                        names.question(row.getInt(2)),
                        names.item(row.getInt(3)),
                        names.answer(row.getInt(4)),
                        group.parent(),
                        group.id(),
                        row.getBoolean(6),
                        Columns.strings(row, 7),
                        Columns.booleans(row, 8),
                        Columns.doubles(row, 9),
                        Columns.longs(row, 10),
                        Columns.doubles(row, 11),
                        Columns.doubles(row, 12),
                        row.getInt(13),
                        row.getInt(14),
                        row.getDouble(15),
                        names.one(row.getString(16))));
    }

    private static InWave<Pair> pair(ResultSet row, DimensionNames names) throws SQLException {
        Wave wave = names.wave(row.getInt(1));
        Member group = names.group(row.getInt(5));
        return new InWave<>(
                wave,
                new Pair(
                        wave.id(),
                        names.wave(row.getInt(6)).id(),
                        names.question(row.getInt(2)),
                        names.item(row.getInt(3)),
                        names.answer(row.getInt(4)),
                        group.parent(),
                        group.id(),
                        Columns.strings(row, 7),
                        Columns.doubles(row, 8),
                        row.getInt(9),
                        row.getInt(10),
                        names.one(row.getString(11))));
    }

    private static void labels(ResultSet row, Map<Integer, LocalDate> firstWaves, List<StoredLabel> all)
            throws SQLException {
        Label.Kind kind = Label.Kind.valueOf(row.getString(1));
        List<String> parents = Columns.strings(row, 2);
        List<String> ids = Columns.strings(row, 3);
        List<String> texts = Columns.strings(row, 4);
        long[] positions = Columns.longs(row, 5);
        String delivery = row.getString(6);
        LocalDate firstWave = firstWaves.getOrDefault(row.getInt(7), LocalDate.MAX);
        for (int i = 0; i < positions.length; i++) {
            Label label = new Label(kind, parents.get(i), ids.get(i), texts.get(i), positions[i]);
            all.add(new StoredLabel(label, delivery, firstWave));
        }
    }
}
