package no.barometer.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import no.barometer.survey.Observation;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** Figures as the rows of {@code observation_pack} hold them: those that share all but place, key and number together. */
final class ObservationPacks {
    private ObservationPacks() {}

    private record Shared(
            String delivery,
            String sheet,
            String wave,
            String measure,
            String baseKind,
            String unit,
            String obsStatus,
            String confStatus) {
        static Shared of(Observation one) {
            return new Shared(
                    one.source().delivery(),
                    one.source().sheet(),
                    one.wave(),
                    one.measure(),
                    one.baseKind(),
                    one.unit(),
                    one.obsStatus(),
                    one.confStatus());
        }

        /** A record's own takes several times as long, for each figure. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shared same
                    && delivery.equals(same.delivery)
                    && sheet.equals(same.sheet)
                    && wave.equals(same.wave)
                    && measure.equals(same.measure)
                    && baseKind.equals(same.baseKind)
                    && unit.equals(same.unit)
                    && obsStatus.equals(same.obsStatus)
                    && confStatus.equals(same.confStatus);
        }

        @Override
        public int hashCode() {
            return ((delivery.hashCode() * 31 + sheet.hashCode()) * 31 + wave.hashCode()) * 31 + obsStatus.hashCode();
        }
    }

    /** Those of one delivery or several. */
    static List<List<Observation>> of(List<Observation> observations) {
        return Packs.of(observations, Shared::of);
    }

    /** Hands over the figures of a row of the query {@code observations}, each with its wave. */
    static void read(ResultSet row, DimensionNames names, BiConsumer<Wave, Observation> out) throws SQLException {
        String delivery = names.one(row.getString(1));
        String sheet = names.one(row.getString(2));
        Wave wave = names.wave(row.getInt(3));
        String measure = names.one(row.getString(4));
        String baseKind = names.one(row.getString(5));
        String unit = names.one(row.getString(6));
        String obsStatus = names.one(row.getString(7));
        String confStatus = names.one(row.getString(8));
        int[] rows = Columns.ints(row, 9);
        int size = rows.length;
        int[] columns = Columns.ints(row, 10);
        int[] questions = Columns.ints(row, 11);
        int[] items = Columns.ints(row, 12, size);
        int[] answers = Columns.ints(row, 13, size);
        int[] groups = Columns.ints(row, 14);
        @Nullable Double[] values = Columns.nullableDoubles(row, 15, size);
        @Nullable Double[] bases = Columns.nullableDoubles(row, 16, size);
        @Nullable Double[] weightedBases = Columns.nullableDoubles(row, 17, size);
        for (int i = 0; i < size; i++) {
            Member group = names.group(groups[i]);
            out.accept(
                    wave,
                    new Observation(
                            wave.id(),
                            names.question(questions[i]),
                            names.item(items[i]),
                            names.answer(answers[i]),
                            group.parent(),
                            group.id(),
                            measure,
                            baseKind,
                            values[i],
                            unit,
                            bases[i],
                            weightedBases[i],
                            obsStatus,
                            confStatus,
                            new Observation.Source(delivery, sheet, rows[i], columns[i])));
        }
    }
}
