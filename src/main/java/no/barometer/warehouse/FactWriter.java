package no.barometer.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Totals;

/** Inserts deliveries and facts of many bundles, one batch a table. */
final class FactWriter {
    private final Batch batch;
    private final List<Of<StoredDelivery>> deliveries = new ArrayList<>();
    private final List<Of<List<Observation>>> packs = new ArrayList<>();
    private final List<Of<Totals>> totals = new ArrayList<>();
    private final List<Of<Pair>> pairs = new ArrayList<>();
    private final List<Of<Calibration>> calibrations = new ArrayList<>();
    private final List<Of<Map.Entry<String, List<Label>>>> labels = new ArrayList<>();

    /** A row to be and what it belongs to. */
    private record Of<T>(T row, Loaded bundle) {}

    private record Loaded(int key, SurveyDimensions dimensions, Map<String, Integer> deliveries) {
        int delivery(String path) {
            Integer delivery = deliveries.get(path);
            if (delivery == null) {
                throw new IllegalArgumentException(path + " is not among the bundle's deliveries");
            }
            return delivery;
        }
    }

    FactWriter(Batch batch) {
        this.batch = batch;
    }

    void add(BundleLoad load, int bundleKey, SurveyDimensions dimensions) {
        Loaded bundle = new Loaded(bundleKey, dimensions, new HashMap<>());
        load.deliveries().forEach(one -> deliveries.add(new Of<>(one, bundle)));
        ObservationPacks.of(load.observations()).forEach(one -> packs.add(new Of<>(one, bundle)));
        load.totals().forEach(one -> totals.add(new Of<>(one, bundle)));
        load.pairs().forEach(one -> pairs.add(new Of<>(one, bundle)));
        load.calibrations().forEach(one -> calibrations.add(new Of<>(one, bundle)));
        load.labels()
                .forEach((path, all) -> Packs.of(all, Label::kind)
                        .forEach(pack -> labels.add(new Of<>(Map.entry(path, pack), bundle))));
    }

    void write() {
        writeDeliveries();
        batch.run("insert_observation_pack", packs, Packs.AT_ONCE, (row, of) -> bind(row, of.row(), of.bundle()));
        batch.run("insert_totals", totals, (row, of) -> bind(row, of.row(), of.bundle()));
        batch.run("insert_wave_pair", pairs, (row, of) -> bind(row, of.row(), of.bundle()));
        batch.run("insert_calibration", calibrations, (row, of) -> bind(row, of.row(), of.bundle()));
        batch.run("insert_label_pack", labels, Packs.AT_ONCE, (row, of) -> {
            List<Label> pack = of.row().getValue();
            row.setInt(1, of.bundle().delivery(of.row().getKey()));
            row.setString(2, pack.get(0).kind().name());
            Columns.set(row, 3, String[]::new, pack.size(), i -> pack.get(i).parent());
            Columns.set(row, 4, String[]::new, pack.size(), i -> pack.get(i).id());
            Columns.set(row, 5, String[]::new, pack.size(), i -> pack.get(i).text());
            Columns.set(row, 6, Long[]::new, pack.size(), i -> pack.get(i).position());
        });
    }

    private void writeDeliveries() {
        List<Integer> keys = batch.insert("insert_delivery", "delivery_key", deliveries, (row, of) -> {
            StoredDelivery delivery = of.row();
            row.setInt(1, of.bundle().dimensions().surveyKey);
            row.setInt(2, of.bundle().key());
            row.setString(3, delivery.block());
            row.setString(4, delivery.path());
            row.setString(5, delivery.sha256());
            row.setLong(6, delivery.size());
            row.setLong(7, delivery.modified());
            row.setString(8, delivery.part());
            row.setString(9, delivery.version());
            row.setLong(10, delivery.rows());
            row.setLong(11, delivery.respondents());
        });
        List<int[]> waves = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Loaded bundle = deliveries.get(i).bundle();
            StoredDelivery delivery = deliveries.get(i).row();
            if (bundle.deliveries().put(delivery.path(), keys.get(i)) != null) {
                throw new IllegalArgumentException(delivery.path() + " stands twice in a bundle");
            }
            for (String wave : delivery.waves()) {
                waves.add(new int[] {keys.get(i), bundle.dimensions().waves.key(wave)});
            }
        }
        batch.run("insert_delivery_wave", waves, (row, pair) -> {
            row.setInt(1, pair[0]);
            row.setInt(2, pair[1]);
        });
    }

    private static void bind(PreparedStatement row, List<Observation> pack, Loaded bundle) throws SQLException {
        Observation first = pack.get(0);
        List<SurveyDimensions.Keys> keys = bundle.dimensions().keys(pack);
        row.setInt(1, bundle.delivery(first.source().delivery()));
        row.setString(2, first.source().sheet());
        row.setInt(3, keys.get(0).wave());
        row.setString(4, first.measure());
        row.setString(5, first.baseKind());
        row.setString(6, first.unit());
        row.setString(7, first.obsStatus());
        row.setString(8, first.confStatus());
        int size = pack.size();
        Columns.set(row, 9, Integer[]::new, size, i -> pack.get(i).source().row());
        Columns.set(row, 10, Integer[]::new, size, i -> pack.get(i).source().column());
        Columns.set(row, 11, Integer[]::new, size, i -> keys.get(i).question());
        Columns.setIfAny(row, 12, Integer[]::new, size, i -> keys.get(i).item());
        Columns.setIfAny(row, 13, Integer[]::new, size, i -> keys.get(i).answer());
        Columns.set(row, 14, Integer[]::new, size, i -> keys.get(i).group());
        Columns.setIfAny(row, 15, Double[]::new, size, i -> pack.get(i).value());
        Columns.setIfAny(row, 16, Double[]::new, size, i -> pack.get(i).base());
        Columns.setIfAny(row, 17, Double[]::new, size, i -> pack.get(i).weightedBase());
    }

    private static void bind(PreparedStatement row, Totals one, Loaded bundle) throws SQLException {
        row.setInt(1, bundle.key());
        bind(
                row,
                2,
                bundle.dimensions()
                        .keys(one.wave(), one.question(), one.item(), one.option(), one.breakdown(), one.group()));
        row.setBoolean(7, one.number());
        Columns.set(row, 8, String[]::new, one.parts().size(), one.parts()::get);
        Columns.set(row, 9, Boolean[]::new, one.valid().length, i -> one.valid()[i]);
        Columns.set(row, 10, Double[]::new, one.total().length, i -> one.total()[i]);
        Columns.set(row, 11, Long[]::new, one.n().length, i -> one.n()[i]);
        Columns.set(row, 12, Double[]::new, one.squares().length, i -> one.squares()[i]);
        Columns.set(row, 13, Double[]::new, one.covariance().length, i -> one.covariance()[i]);
        row.setInt(14, one.dfValid());
        row.setInt(15, one.dfAsked());
        row.setDouble(16, one.center());
        row.setString(17, one.weighting());
    }

    private static void bind(PreparedStatement row, Calibration one, Loaded bundle) throws SQLException {
        row.setInt(1, bundle.key());
        row.setInt(2, bundle.dimensions().waves.key(one.wave()));
        Columns.set(row, 3, String[]::new, one.margins().size(), one.margins()::get);
        row.setInt(4, one.rounds());
        row.setDouble(5, one.move());
        row.setDouble(6, one.deff());
        row.setDouble(7, one.smallest());
        row.setDouble(8, one.largest());
    }

    private static void bind(PreparedStatement row, Pair one, Loaded bundle) throws SQLException {
        row.setInt(1, bundle.key());
        bind(
                row,
                2,
                bundle.dimensions()
                        .keys(one.wave(), one.question(), one.item(), one.option(), one.breakdown(), one.group()));
        row.setInt(7, bundle.dimensions().waves.key(one.next()));
        Columns.set(row, 8, String[]::new, one.parts().size(), one.parts()::get);
        Columns.set(row, 9, Double[]::new, one.covariance().length, i -> one.covariance()[i]);
        row.setInt(10, one.dfValid());
        row.setInt(11, one.dfAsked());
        row.setString(12, one.weighting());
    }

    /** Sets the five columns wave, question, item, answer, group. */
    static void bind(PreparedStatement row, int first, SurveyDimensions.Keys keys) throws SQLException {
        row.setInt(first, keys.wave());
        row.setInt(first + 1, keys.question());
        Columns.set(row, first + 2, keys.item());
        Columns.set(row, first + 3, keys.answer());
        row.setInt(first + 4, keys.group());
    }
}
