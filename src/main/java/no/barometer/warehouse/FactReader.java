package no.barometer.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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

    private record InWave<T>(Wave wave, T fact) {}

    List<Observation> observations() {
        DimensionNames names = new DimensionNames(new SurveyDimensions(jdbc, surveyKey));
        return jdbc.query(Sql.of("observations"), (row, number) -> observation(row, names), surveyKey).stream()
                .sorted(Comparator.<InWave<Observation>, Wave>comparing(InWave::wave)
                        .thenComparing(InWave::fact, OBSERVATION_ORDER))
                .map(InWave::fact)
                .toList();
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
        return jdbc.query(Sql.of("labels"), (row, number) -> label(row), surveyKey).stream()
                .sorted(LABEL_ORDER)
                .toList();
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

    private static final Comparator<Observation> OBSERVATION_ORDER = Comparator.comparing(
                    Observation::source,
                    Comparator.comparing(Observation.Source::delivery)
                            .thenComparing(Observation.Source::sheet)
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

    private static InWave<Observation> observation(ResultSet row, DimensionNames names) throws SQLException {
        Wave wave = names.wave(row.getInt(1));
        Member group = names.group(row.getInt(5));
        return new InWave<>(
                wave,
                new Observation(
                        wave.id(),
                        names.question(row.getInt(2)),
                        names.item(row.getInt(3)),
                        names.answer(row.getInt(4)),
                        group.parent(),
                        group.id(),
                        names.one(row.getString(6)),
                        names.one(row.getString(7)),
                        Columns.nullableDouble(row, 8),
                        names.one(row.getString(9)),
                        Columns.nullableDouble(row, 10),
                        Columns.nullableDouble(row, 11),
                        names.one(row.getString(12)),
                        names.one(row.getString(13)),
                        new Observation.Source(
                                names.one(row.getString(14)),
                                names.one(row.getString(15)),
                                row.getInt(16),
                                row.getInt(17))));
    }

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

    private static StoredLabel label(ResultSet row) throws SQLException {
        LocalDate firstWave = row.getObject(7, LocalDate.class);
        return new StoredLabel(
                new Label(
                        Label.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)),
                row.getString(6),
                firstWave == null ? LocalDate.MAX : firstWave);
    }
}
